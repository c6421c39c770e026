import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignId } from '../../../../../shared/kernel/ids.ts';
import type { Campaign } from '../../../../../shared/model/campaign.ts';
import { useActiveJob } from '../../../api/jobs.tsx';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { CAMPAIGN_MARK, shownState } from '../lib/campaign-marks.ts';

export interface CampaignListProps {
  readonly onOpen: (campaignId: CampaignId) => void;
  readonly onNew: () => void;
}

const idOf = (campaign: Campaign): string => campaign.id;

/** All campaigns, newest first. */
export function CampaignList({ onOpen, onNew }: CampaignListProps) {
  const { t } = useTranslation('campaign');
  const answer = useCall('campaign.list', {});
  const layout = useColumnLayout('campaigns', useCampaignColumns());
  const rows = useMemo(() => arrayRows(answer.data?.campaigns ?? []), [answer.data]);
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <LoadingState />;
  return (
    <DataTable
      label={t('list.title')}
      columns={layout}
      rows={rows}
      idOf={idOf}
      onActivate={(campaign) => onOpen(campaign.id)}
      placeholder={<EmptyState title={t('list.empty.title')} text={t('list.empty.text')} action={<Button variant="primary" icon="plus" onClick={onNew}>{t('create.open')}</Button>} />}
    />
  );
}

function useCampaignColumns(): readonly Column<Campaign>[] {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const job = useActiveJob(['campaign']);
  return useMemo((): readonly Column<Campaign>[] => {
    const number = (key: string, title: string, read: (campaign: Campaign) => number, width = 84): Column<Campaign> => ({ key, title, width, align: 'right', cell: (campaign) => format.count(read(campaign)), text: (campaign) => String(read(campaign)) });
    const state = (campaign: Campaign): string => t(`state.${shownState(campaign, job)}`);
    return [
      { key: 'name', title: t('list.name'), width: 210, cell: (campaign) => campaign.plan.name, text: (campaign) => campaign.plan.name },
      { key: 'state', title: t('list.state'), width: 116, cell: (campaign) => <StatusMark kind={CAMPAIGN_MARK[shownState(campaign, job)]} label={state(campaign)} />, text: state },
      number('servers', t('list.servers'), (campaign) => campaign.serverCount),
      number('done', t('dwellState.done'), (campaign) => campaign.counts.done),
      number('partial', t('dwellState.partial'), (campaign) => campaign.counts.partial),
      number('failed', t('dwellState.failed'), (campaign) => campaign.counts.failed),
      number('missed', t('dwellState.missed'), (campaign) => campaign.counts.missed),
      number('planned', t('dwellState.planned'), (campaign) => campaign.counts.planned),
      { key: 'next', title: t('list.next'), width: 150, cell: (campaign) => format.instant(campaign.nextAt), text: (campaign) => campaign.nextAt ?? '' },
      { key: 'last', title: t('list.last'), width: 150, cell: (campaign) => format.instant(campaign.lastAt), text: (campaign) => campaign.lastAt },
    ];
  }, [t, format, job]);
}
