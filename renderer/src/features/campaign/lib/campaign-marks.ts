import type { Campaign, DwellState } from '../../../../../shared/model/campaign.ts';
import type { Job } from '../../../../../shared/model/job.ts';
import type { StatusKind } from '../../../ui/status-mark.tsx';

export type ShownState = Campaign['state'] | 'running' | 'paused';

/** A campaign that a job works off says so; otherwise where its plan stands. */
export function shownState({ state, jobId }: Pick<Campaign, 'state' | 'jobId'>, job: Job | undefined): ShownState {
  if (jobId === null || job?.id !== jobId) return state;
  return job.state === 'paused' ? 'paused' : job.state === 'running' || job.state === 'queued' ? 'running' : state;
}

export const CAMPAIGN_MARK: Readonly<Record<ShownState, StatusKind>> = { planned: 'waiting', active: 'waiting', running: 'running', paused: 'waiting', ended: 'done', cancelled: 'excluded' };
export const DWELL_MARK: Readonly<Record<DwellState, StatusKind>> = { planned: 'waiting', running: 'running', done: 'done', partial: 'warning', failed: 'blocked', missed: 'warning', cancelled: 'excluded' };
