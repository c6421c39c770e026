import { useTranslation } from 'react-i18next';
import { Stack } from '../../../ui/stack.tsx';
import { hardwareRows } from '../lib/hardware-rows.ts';
import { networkRows } from '../lib/network-rows.ts';
import { protectionRows } from '../lib/protection-rows.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { storageRows } from '../lib/storage-rows.ts';
import { FilteredList } from './filtered-list.tsx';
import { MachineTable } from './machine-table.tsx';
import { useMachineWords } from './use-machine-words.ts';
import { useSectionNote } from './use-section-note.ts';

/** How the machine is built and set up: hardware, storage below the devices, network settings, protection, scheduled jobs. */
export function MachineTab({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const noteOf = useSectionNote(detail);
  const words = useMachineWords();
  const { facts } = detail;
  return (
    <Stack gap={2}>
      <MachineTable title={t('machine.hardware')} note={noteOf('hardware')} rows={hardwareRows(facts?.hardware, words)} labelOf={(key) => t(`machine.hardwareKey.${key}`)} />
      <MachineTable title={t('machine.storage')} note={noteOf('storage')} rows={storageRows(facts?.storage, words)} labelOf={(key) => t(`machine.storageKey.${key}`)} />
      <MachineTable title={t('machine.network')} note={noteOf('network-detail')} rows={networkRows(facts?.networkSetup, words)} labelOf={(key) => t(`machine.networkKey.${key}`)} />
      <MachineTable title={t('machine.protection')} note={noteOf('firewall')} rows={protectionRows(facts ?? {}, words)} labelOf={(key) => t(`machine.protectionKey.${key}`)} />
      <FilteredList
        title={t('jobs.title')}
        note={noteOf('scheduled')}
        rows={facts?.schedule?.jobs}
        none={t('jobs.none')}
        texts={(row) => [row.source, row.user, ...row.runs]}
        columns={[
          { key: 'runs', title: t('jobs.runs'), cell: (row) => <span className="mono" style={{ overflowWrap: 'anywhere' }}>{row.runs.join(' ') || '-'}</span> },
          { key: 'schedule', title: t('jobs.schedule'), cell: (row) => row.schedule ?? '-' },
          { key: 'user', title: t('jobs.user'), cell: (row) => row.user ?? '-' },
          { key: 'source', title: t('jobs.source'), cell: (row) => row.source },
        ]}
      />
    </Stack>
  );
}
