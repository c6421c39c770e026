import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerDetail } from '../lib/server-detail.ts';
import { FilteredList } from './filtered-list.tsx';
import { useSectionNote } from './use-section-note.ts';

/** Storage on other machines: each is a dependency, mounted or not; and what this machine lends. */
export function SharesList({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const noteOf = useSectionNote(detail);
  const mounts = detail.facts?.mounts;
  return (
    <>
      <FilteredList
        title={t('shares.title')}
        note={noteOf('mounts')}
        rows={mounts?.remote}
        none={t('shares.none')}
        texts={(row) => [...row.servers, row.share, row.mountPoint, row.fsType]}
        columns={[
          { key: 'server', title: t('shares.server'), cell: (row) => row.servers.join(', ') || '-' },
          { key: 'share', title: t('shares.share'), cell: (row) => row.share },
          { key: 'mount', title: t('filesystems.mount'), cell: (row) => row.mountPoint ?? '-' },
          { key: 'type', title: t('filesystems.type'), cell: (row) => row.fsType },
          { key: 'state', title: t('shares.state'), cell: (row) => (row.answering === false ? t('shares.silent') : row.mounted ? t('shares.mounted') : t('shares.configured')) },
          { key: 'size', title: t('filesystems.size'), align: 'right', cell: (row) => format.bytes(row.sizeBytes) },
          { key: 'used', title: t('filesystems.used'), align: 'right', cell: (row) => format.bytes(row.usedBytes) },
        ]}
      />
      {mounts?.exports === undefined ? null : (
        <FilteredList
          title={t('lent.title')}
          rows={mounts.exports}
          none=""
          texts={(row) => [row.path, row.name, ...row.clients]}
          columns={[
            { key: 'path', title: t('lent.path'), cell: (row) => row.path },
            { key: 'protocol', title: t('lent.protocol'), cell: (row) => row.protocol.toUpperCase() },
            { key: 'name', title: t('lent.name'), cell: (row) => row.name ?? '-' },
            { key: 'clients', title: t('lent.clients'), cell: (row) => row.clients.join(', ') || '-' },
          ]}
        />
      )}
    </>
  );
}
