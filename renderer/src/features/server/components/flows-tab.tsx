import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerId } from '../../../../../shared/kernel/ids.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { flowSides } from '../lib/flow-sides.ts';
import type { FlowRow } from '../lib/server-detail.ts';

/** Who uses this server and what it uses, with links to the other side. */
export function FlowsTab({ serverId }: { readonly serverId: ServerId }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const flows = usePagedRows('inventory.listFlows', { serverId });
  const rows = flows.first?.rows;
  const sides = useMemo(() => flowSides(rows ?? [], serverId), [rows, serverId]);
  if (flows.error !== null) return <ErrorState error={flows.error} onRetry={flows.retry} />;
  if (rows === undefined) return <LoadingState />;
  const table = (title: string, list: readonly FlowRow[], other: (row: FlowRow) => { readonly id: string | null; readonly name: string }) => (
    <Section title={title}>
      {list.length === 0 ? <p className="muted">{t('flows.none')}</p> : (
        <SimpleTable
          label={title}
          rows={list}
          keyOf={(_row, index) => String(index)}
          columns={[
            { key: 'peer', title: t('flows.peer'), cell: (row) => <Peer {...other(row)} /> },
            { key: 'port', title: t('flows.port'), align: 'right', cell: (row) => `${row.transport} ${String(row.port)}` },
            { key: 'process', title: t('flows.process'), cell: (row) => row.processName ?? '-' },
            { key: 'connections', title: t('flows.connections'), align: 'right', cell: (row) => format.count(row.connections) },
            { key: 'first', title: t('flows.first'), cell: (row) => format.instant(row.firstSeenAt) },
            { key: 'last', title: t('flows.last'), cell: (row) => format.instant(row.lastSeenAt) },
          ]}
        />
      )}
    </Section>
  );
  return (
    <Stack gap={2}>
      <p className="muted">{t('flows.note')}</p>
      {table(t('flows.out', { count: sides.outbound.length }), sides.outbound, (row) => ({ id: row.toServerId, name: row.toName }))}
      {table(t('flows.in', { count: sides.inbound.length }), sides.inbound, (row) => ({ id: row.fromServerId, name: row.fromName }))}
    </Stack>
  );
}

function Peer({ id, name }: { readonly id: string | null; readonly name: string }) {
  const { t } = useTranslation('server');
  return id === null ? <span>{name} <span className="muted">({t('flows.outside')})</span></span> : <TextLink to={`/server/${id}`} search={{ tab: 'flows' }}>{name}</TextLink>;
}
