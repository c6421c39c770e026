import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { FilteredList } from './filtered-list.tsx';
import { useSectionNote } from './use-section-note.ts';

/** The containers on a server, and the limits it lives in when it is one itself; nothing when there is neither. */
export function ContainerList({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const noteOf = useSectionNote(detail);
  const facts = detail.facts?.containers;
  const limits = [
    facts?.nodeOf === undefined ? undefined : t('containers.node', { cluster: facts.nodeOf }),
    facts?.cpuLimitCores === undefined ? undefined : t('containers.cpuLimit', { count: format.number(facts.cpuLimitCores, 1) }),
    facts?.memLimitBytes === undefined ? undefined : t('containers.memLimit', { size: format.bytes(facts.memLimitBytes) }),
  ].filter((text) => text !== undefined);
  if (facts === undefined || (facts.containers.length === 0 && limits.length === 0)) return null;
  return (
    <FilteredList
      title={t('containers.title')}
      note={[noteOf('containers'), ...limits].filter((text) => text !== undefined).join(' ')}
      rows={facts.containers}
      none={t('containers.none')}
      texts={(row) => [row.id, row.name, row.image]}
      columns={[
        { key: 'name', title: t('containers.name'), cell: (row) => row.name ?? row.id },
        { key: 'image', title: t('containers.image'), cell: (row) => row.image ?? '-' },
        { key: 'runtime', title: t('containers.runtime'), cell: (row) => row.runtime },
        { key: 'status', title: t('containers.status'), cell: (row) => row.status ?? '-' },
        { key: 'processes', title: t('containers.processes'), align: 'right', cell: (row) => format.count(row.pids.length) },
      ]}
    />
  );
}
