import { homedir } from 'node:os';
import { dwellSheet } from '../../../agents/probes/dwell/build-dwell.ts';
import type { campaignContract } from '../../../shared/contract/campaign.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CampaignId } from '../../../shared/kernel/ids.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { createIdentityFiles, readJump, resolveCredential } from '../scan/index.ts';
import { createCampaign, previewCampaign } from './create-campaign.ts';
import { DWELL_PACE, type DwellPace } from './dwell-pace.ts';
import { createCampaignJobs, demandCampaign } from './run/campaign-job.ts';
import { cancelCampaign, readCampaigns, type CampaignRow } from './store.ts';
import { coverageOf, listCoverage, listDwells, showCampaign } from './views/show-campaign.ts';

export type { DwellPace } from './dwell-pace.ts';

export interface CampaignFeatureOptions {
  /** Only in tests. */
  readonly pace?: DwellPace | undefined;
  /** The bundled entry of the sample estate's thread; left out, the TypeScript source is used. */
  readonly estateEntry?: URL | undefined;
}

const ESTATE_SOURCE = new URL('../../../agents/estate/estate-worker.ts', import.meta.url);

/** Plans of dwells, their runs, and how much of the week they have covered. */
export function createCampaignFeature(context: CoreContext, { pace = DWELL_PACE, estateEntry = ESTATE_SOURCE }: CampaignFeatureOptions = {}): HandlersOf<typeof campaignContract> {
  const jobs = createCampaignJobs(context, createIdentityFiles(homedir()), { pace, estateEntry });
  const demand = (id: CampaignId): CampaignRow => demandCampaign(context, id);
  const show = (campaign: CampaignRow) => showCampaign(context.database(), campaign, context.now().toISOString(), jobs.jobOf(campaign.id));
  return {
    'campaign.list': () => ({ campaigns: readCampaigns(context.database()).map(show) }),
    'campaign.get': ({ campaignId }) => ({ campaign: show(demand(campaignId)) }),
    'campaign.preview': ({ plan }) => previewCampaign(context, plan),
    'campaign.create': ({ plan }) => ({ campaign: show(demand(createCampaign(context, plan))) }),
    'campaign.cancel': async ({ campaignId }) => {
      const campaign = demand(campaignId);
      if (campaign.cancelled) throw new AppError('campaign.over', { name: campaign.plan.name });
      await jobs.stop(campaignId);
      const database = context.database();
      database.record({ action: 'campaign.cancel', by: context.userName(), summary: { name: campaign.plan.name } }, () => cancelCampaign(database, campaignId, context.now().toISOString()));
      return { campaign: show(demand(campaignId)) };
    },
    'campaign.run': async ({ campaignId, credential, hostKeyPolicy, useSudo, jump, wait }) => {
      demand(campaignId);
      const options = { policy: hostKeyPolicy, useSudo, jump: readJump(jump), wait, sample: false };
      return { jobId: jobs.start(campaignId, options, await resolveCredential(credential, context.files, context.vault)) };
    },
    'campaign.runSample': ({ campaignId, wait }) => ({ jobId: jobs.start(campaignId, { policy: 'strict', useSudo: true, jump: null, wait, sample: true }, undefined) }),
    'campaign.listDwells': (filter) => {
      demand(filter.campaignId);
      return listDwells(context.database(), filter);
    },
    'campaign.getCoverage': ({ campaignId, serverId }) => coverageOf(context.database(), demand(campaignId), serverId),
    'campaign.listCoverage': ({ campaignId, offset, limit }) => listCoverage(context.database(), demand(campaignId), { offset, limit }),
    'campaign.getScript': () => {
      const { commands, reads, ...sheet } = dwellSheet();
      return { ...sheet, commands: [...commands], reads: [...reads] };
    },
  };
}
