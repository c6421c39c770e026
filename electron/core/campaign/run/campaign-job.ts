import type { CampaignId, JobId } from '../../../../shared/kernel/ids.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { HostKeyPolicy } from '../../../../shared/model/scan.ts';
import type { CoreContext } from '../../context/core-context.ts';
import type { IdentityFiles, RunCredential } from '../../scan/index.ts';
import type { DwellPace } from '../dwell-pace.ts';
import { readCampaign, type CampaignRow } from '../store.ts';
import { CampaignRun, demandOpen } from './campaign-run.ts';
import { withSampleCity, type SampleAccess } from './sample-campaign.ts';

export interface CampaignRunOptions {
  readonly policy: HostKeyPolicy;
  readonly useSudo: boolean;
  readonly jump: string | null;
  readonly wait: boolean;
  /** The embedded city answers, with its own key. */
  readonly sample: boolean;
}

interface CampaignJobInput extends CampaignRunOptions {
  readonly campaignId: CampaignId;
  /** From the job's secrets: in memory only. */
  readonly credential?: RunCredential;
}

/** Throws `record.not_found`. */
export function demandCampaign(context: CoreContext, campaignId: CampaignId): CampaignRow {
  const campaign = readCampaign(context.database(), campaignId);
  if (!campaign) throw new AppError('record.not_found', { kind: 'campaign', id: campaignId });
  return campaign;
}

/** The one job that runs a campaign, or waits paused. */
export interface CampaignJobs {
  /** Throws `campaign.over`, `campaign.running`: two at a time would watch a server twice. A paused one gives way. */
  start(campaignId: CampaignId, options: CampaignRunOptions, credential: RunCredential | undefined): JobId;
  /** Resolves when nothing of this campaign runs any more. */
  stop(campaignId: CampaignId): Promise<void>;
  jobOf(campaignId: CampaignId): JobId | undefined;
}

export function createCampaignJobs(context: CoreContext, identityFiles: IdentityFiles, { pace, estateEntry }: { readonly pace: DwellPace; readonly estateEntry: URL }): CampaignJobs {
  let latest: { readonly campaignId: CampaignId; readonly jobId: JobId } | undefined;
  const openJob = () => {
    const state = latest && context.jobs.get(latest.jobId)?.state;
    return state !== undefined && ['queued', 'running', 'paused'].includes(state) ? latest : undefined;
  };
  // Pausable; it goes on without new input while its credential is still in memory, else by `campaign.run`.
  context.jobs.define<CampaignJobInput, { readonly campaignId: CampaignId }>({
    kind: 'campaign',
    pausable: true,
    resumable: false,
    run: async ({ input, signal, reason, report }) => {
      const { credential, campaignId } = input;
      const run = (access: Partial<SampleAccess> & Pick<SampleAccess, 'credential'>) => new CampaignRun({ context, database: context.database(), campaign: demandCampaign(context, campaignId), identityFiles, pace, ...input, ...access, job: { signal, reason, report } }).run();
      if (input.sample) await withSampleCity(context, estateEntry, run);
      else if (credential) await run({ credential });
      else throw new AppError('job.not_resumable', { campaignId });
      return { campaignId };
    },
  });
  return {
    start: (campaignId, options, credential) => {
      demandOpen(context.database(), demandCampaign(context, campaignId), context.now().toISOString());
      const open = openJob();
      if (open && context.jobs.get(open.jobId)?.state !== 'paused') throw new AppError('campaign.running');
      if (open) context.jobs.cancel(open.jobId);
      latest = { campaignId, jobId: context.jobs.start('campaign', { campaignId, ...options }, credential ? { credential } : {}) };
      return latest.jobId;
    },
    stop: async (campaignId) => {
      const open = openJob();
      if (open?.campaignId !== campaignId) return;
      context.jobs.cancel(open.jobId);
      await context.jobs.finished(open.jobId);
    },
    jobOf: (campaignId) => {
      const open = openJob();
      return open?.campaignId === campaignId ? open.jobId : undefined;
    },
  };
}
