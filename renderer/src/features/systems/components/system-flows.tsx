import { useTranslation } from 'react-i18next';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';

/** Connections from and to the servers of a system. */
export function SystemFlows({ systemId }: { readonly systemId: SystemId }) {
  const { t } = useTranslation('systems');
  const format = useFormat();
  const flows = useCall('inventory.listFlows', { systemId, limit: 500 });
  if (flows.error !== null) return <ErrorState error={flows.error} onRetry={() => void flows.refetch()} />;
  if (flows.data === undefined) return <LoadingState lines={4} />;
  if (flows.data.rows.length === 0) return <p className="muted">{t('flows.none')}</p>;
  return (
    <SimpleTable
      label={t('tabs.flows')}
      rows={flows.data.rows}
      keyOf={(_row, index) => String(index)}
      columns={[
        { key: 'from', title: t('flows.from'), cell: (row) => (row.fromServerId === null ? row.fromName : <TextLink to={`/server/${row.fromServerId}`} search={{ tab: 'flows' }}>{row.fromName}</TextLink>) },
        { key: 'to', title: t('flows.to'), cell: (row) => (row.toServerId === null ? row.toName : <TextLink to={`/server/${row.toServerId}`} search={{ tab: 'flows' }}>{row.toName}</TextLink>) },
        { key: 'port', title: t('flows.port'), align: 'right', cell: (row) => `${row.transport} ${String(row.port)}` },
        { key: 'connections', title: t('flows.connections'), align: 'right', cell: (row) => format.count(row.connections) },
        { key: 'last', title: t('flows.last'), cell: (row) => format.instant(row.lastSeenAt) },
      ]}
    />
  );
}
