import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignId } from '../../../../../shared/kernel/ids.ts';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import { DWELL_MARK } from '../lib/campaign-marks.ts';

type Dwell = OutputOf<'campaign.listDwells'>['rows'][number];
const idOf = (row: Dwell): string => `${row.startsAt} ${row.serverId}`;

/** Each dwell; what runs first, then the latest, then what is planned. */
export function DwellsTable({ campaignId }: { readonly campaignId: CampaignId }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const language = useLanguage();
  const go = useGo();
  const rows = usePagedRows('campaign.listDwells', { campaignId });
  const columns = useMemo((): readonly Column<Dwell>[] => {
    const number = (key: 'sampleCount' | 'newFlowCount' | 'rejectedCount', title: string, width = 100): Column<Dwell> => ({ key, title, width, align: 'right', cell: (row) => format.count(row[key]), text: (row) => String(row[key]) });
    const why = ({ error }: Dwell): string => (error === null ? '' : describeHostError(language, error.code, error.params).title);
    return [
      { key: 'server', title: t('servers.server'), width: 200, cell: (row) => row.serverName, text: (row) => row.serverName },
      { key: 'startsAt', title: t('dwells.startsAt'), width: 150, cell: (row) => format.instant(row.startsAt), text: (row) => row.startsAt },
      { key: 'state', title: t('list.state'), width: 120, cell: (row) => <StatusMark kind={DWELL_MARK[row.state]} label={t(`dwellState.${row.state}`)} />, text: (row) => t(`dwellState.${row.state}`) },
      number('sampleCount', t('dwells.samples')),
      number('newFlowCount', t('dwells.newFlows')),
      number('rejectedCount', t('dwells.rejected'), 150),
      { key: 'error', title: t('dwells.error'), width: 300, cell: why, text: why },
    ];
  }, [t, format, language]);
  const layout = useColumnLayout('campaign.dwells', columns);
  return <DataTable label={t('tab.dwells')} columns={layout} rows={rows} idOf={idOf} stale={rows.isStale} onOpen={(row) => go(`/server/${row.serverId}`)} placeholder={rows.error !== null ? <ErrorState error={rows.error} onRetry={rows.retry} /> : rows.isLoading ? <LoadingState /> : <EmptyState title={t('servers.none')} />} />;
}
