import { useTranslation } from 'react-i18next';
import type { CampaignId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { CAMPAIGN_TABS, type CampaignTab } from '../lib/campaign-search.ts';
import { CampaignHeader } from './campaign-header.tsx';
import styles from './campaign-view.module.css';
import { CoverageChart } from './coverage-chart.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { DwellsTable } from './dwells-table.tsx';

export interface CampaignViewProps {
  readonly campaignId: CampaignId;
  readonly tab: CampaignTab;
  readonly onTab: (tab: CampaignTab) => void;
  readonly onBack: () => void;
}

/** One campaign: how far it is, which hours of the week it has covered, each server, each dwell. */
export function CampaignView({ campaignId, tab, onTab, onBack }: CampaignViewProps) {
  const { t } = useTranslation('campaign');
  const answer = useCall('campaign.get', { campaignId });
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <LoadingState />;
  return (
    <div className={styles.view}>
      <CampaignHeader campaign={answer.data.campaign} onBack={onBack} />
      <div className={styles.tabs}><Tabs label={answer.data.campaign.plan.name} items={CAMPAIGN_TABS.map((key) => ({ key, label: t(`tab.${key}`) }))} value={tab} onChange={onTab} /></div>
      {tab === 'coverage' ? <div className={styles.chart}><CoverageChart campaign={answer.data.campaign} /></div> : null}
      {tab === 'servers' ? <CoverageTable campaignId={campaignId} /> : null}
      {tab === 'dwells' ? <DwellsTable campaignId={campaignId} /> : null}
    </div>
  );
}
