import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { CampaignList } from '../components/campaign-list.tsx';
import { CampaignView } from '../components/campaign-view.tsx';
import { CreateDialog } from '../components/create-dialog.tsx';
import { CAMPAIGN_URL } from '../lib/campaign-search.ts';

/** Campaigns: plans of dwells, their state, and how much of the week they have covered. */
export function CampaignPage() {
  const { t } = useTranslation('campaign');
  const [search, setSearch] = useUrlState(CAMPAIGN_URL);
  const [creating, setCreating] = useState(false);
  // Where there is no campaign yet the empty list itself offers the first one, and once is enough.
  const hasCampaigns = useCall('campaign.list', {}).data?.campaigns.length !== 0;
  const { campaign, tab } = search;
  return (
    <Page title={t('title')} layout="fill" toolbar={hasCampaigns || campaign !== undefined ? <Button variant={campaign === undefined ? 'primary' : 'secondary'} icon="plus" onClick={() => setCreating(true)}>{t('create.open')}</Button> : undefined}>
      {campaign === undefined
        ? <CampaignList onOpen={(id) => setSearch({ campaign: id, tab: 'coverage' })} onNew={() => setCreating(true)} />
        : <CampaignView key={campaign} campaignId={campaign} tab={tab} onTab={(next) => setSearch({ tab: next })} onBack={() => setSearch({ campaign: undefined })} />}
      {creating ? <CreateDialog onClose={() => setCreating(false)} onCreated={(id) => { setCreating(false); setSearch({ campaign: id, tab: 'coverage' }); }} /> : null}
    </Page>
  );
}
