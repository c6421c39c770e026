import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignId } from '../../../../../shared/kernel/ids.ts';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { ConfidenceStars } from '../../../ui/confidence-stars.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';

type Coverage = OutputOf<'campaign.listCoverage'>['rows'][number];
const idOf = (row: Coverage): string => row.serverId;

/** Each server: how much of the week is known, and the trust its profile has; the least known first. */
export function CoverageTable({ campaignId }: { readonly campaignId: CampaignId }) {
  const { t } = useTranslation(['campaign', 'profile']);
  const format = useFormat();
  const go = useGo();
  const rows = usePagedRows('campaign.listCoverage', { campaignId });
  const columns = useMemo((): readonly Column<Coverage>[] => {
    const reasons = ({ confidence }: Coverage): string => (confidence?.reasons ?? []).map((reason) => t(`profile:confidenceReason.${reason}`)).join(' ');
    const number = (key: 'sampleCount' | 'dwellsDone' | 'dwellsLeft', title: string): Column<Coverage> => ({ key, title, width: 110, align: 'right', cell: (row) => format.count(row[key]), text: (row) => String(row[key]) });
    return [
      { key: 'server', title: t('servers.server'), width: 200, cell: (row) => row.serverName, text: (row) => row.serverName },
      { key: 'hourShare', title: t('servers.hourShare'), width: 150, align: 'right', cell: (row) => format.ratio(row.hourShare), text: (row) => format.ratio(row.hourShare) },
      number('sampleCount', t('servers.samples')),
      number('dwellsDone', t('servers.done')),
      number('dwellsLeft', t('servers.left')),
      { key: 'confidence', title: t('servers.confidence'), width: 120, cell: ({ confidence }) => (confidence === null ? '-' : <ConfidenceStars stars={confidence.stars} label={t('servers.stars', { stars: confidence.stars, score: confidence.score })} />), text: ({ confidence }) => String(confidence?.score ?? '') },
      { key: 'reasons', title: t('servers.reasons'), width: 360, cell: reasons, text: reasons },
    ];
  }, [t, format]);
  const layout = useColumnLayout('campaign.servers', columns);
  return <DataTable label={t('tab.servers')} columns={layout} rows={rows} idOf={idOf} stale={rows.isStale} onOpen={(row) => go(`/server/${row.serverId}`)} placeholder={rows.error !== null ? <ErrorState error={rows.error} onRetry={rows.retry} /> : rows.isLoading ? <LoadingState /> : <EmptyState title={t('servers.none')} />} />;
}
