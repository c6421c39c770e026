import { useTranslation } from 'react-i18next';
import type { ServerDetail } from '../lib/server-detail.ts';
import { FilteredList } from './filtered-list.tsx';

/** The groups of machines a server can only move with; nothing when it is in none. */
export function ClusterList({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const clusters = detail.facts?.clusters;
  if (clusters === undefined) return null;
  return (
    <FilteredList
      title={t('clusters.title')}
      note={t('clusters.note')}
      rows={clusters}
      none=""
      texts={(row) => [row.kind, row.name, ...row.members]}
      columns={[
        { key: 'kind', title: t('clusters.kind'), cell: (row) => (row.name === undefined ? row.kind : `${row.kind} (${row.name})`) },
        { key: 'members', title: t('clusters.members'), cell: (row) => row.members.join(', ') || '-' },
        { key: 'addresses', title: t('clusters.addresses'), cell: (row) => row.virtualAddresses.join(', ') || '-' },
        { key: 'evidence', title: t('clusters.evidence'), cell: (row) => t(`clusters.evidences.${row.evidence}`) },
      ]}
    />
  );
}
