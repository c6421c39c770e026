import { useTranslation } from 'react-i18next';
import type { SystemSummary } from '../../../../../shared/model/service-system.ts';
import { useCall } from '../../../api/use-call.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { systemFilter } from '../lib/system-filter.ts';

/** The servers of a system, with the way into the inventory. */
export function SystemServers({ system }: { readonly system: SystemSummary }) {
  const { t } = useTranslation('systems');
  const format = useFormat();
  const filter = systemFilter(system.name);
  const servers = useCall('inventory.listServers', { filter, limit: 500 });
  if (servers.error !== null) return <ErrorState error={servers.error} onRetry={() => void servers.refetch()} />;
  if (servers.data === undefined) return <LoadingState lines={4} />;
  const rows = servers.data.rows.filter((server) => server.systemId === system.id);
  return (
    <Stack>
      {rows.length === 0 ? <p className="muted">{t('servers.none')}</p> : (
        <SimpleTable
          label={t('tabs.servers', { count: rows.length })}
          rows={rows}
          keyOf={(server) => server.id}
          columns={[
            { key: 'hostname', title: t('servers.hostname'), cell: (server) => <TextLink to={`/server/${server.id}`}>{server.hostname}</TextLink> },
            { key: 'os', title: t('servers.os'), cell: (server) => server.osName ?? server.osId ?? '-' },
            { key: 'vcpu', title: t('servers.vcpu'), align: 'right', cell: (server) => format.count(server.vcpuCount) },
            { key: 'memory', title: t('servers.memory'), align: 'right', cell: (server) => format.bytes(server.memBytes) },
          ]}
        />
      )}
      <TextLink to="/inventory" search={{ filter: rows.length === 0 ? '' : filter }}>{t('servers.add')}</TextLink>
    </Stack>
  );
}
