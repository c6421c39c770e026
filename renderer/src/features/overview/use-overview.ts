import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { AppError } from '../../../../shared/kernel/app-error.ts';
import { useActiveJob } from '../../api/jobs.tsx';
import { useCall } from '../../api/use-call.ts';
import type { OverviewFacts } from './lib/next-actions.ts';

export type TargetOutcome = OutputOf<'plan.list'>['plans'][number]['targets'][number];

export interface Coverage {
  readonly total: number;
  readonly scanned: number;
  readonly partial: number;
  readonly failed: number;
  readonly never: number;
}

export interface Overview {
  readonly status: OutputOf<'project.getStatus'>;
  readonly coverage: Coverage;
  readonly progress: OutputOf<'tracking.getProgress'>['progress'];
  readonly facts: OverviewFacts;
  /** What the current plan promises for each target. */
  readonly planTargets: readonly TargetOutcome[];
  /** The newest run, whose failures wait to be mended. */
  readonly lastRunId: string | null;
}

/** Totals by scan state are the filtered counts of the inventory itself, so they equal what a click on them shows. */
function useCoverage(): { readonly coverage: Coverage; readonly pending: boolean; readonly error: AppError | null } {
  const count = (filter: string) => ({ filter, limit: 1 });
  const scanned = useCall('inventory.listServers', count('state:scanned'), { keepPrevious: true });
  const partial = useCall('inventory.listServers', count('state:partial'), { keepPrevious: true });
  const failed = useCall('inventory.listServers', count('state:failed'), { keepPrevious: true });
  const [s, p, f] = [scanned.data?.total ?? 0, partial.data?.total ?? 0, failed.data?.total ?? 0];
  const total = scanned.data?.grandTotal ?? 0;
  return { coverage: { total, scanned: s, partial: p, failed: f, never: Math.max(0, total - s - p - f) }, pending: scanned.isPending || partial.isPending || failed.isPending, error: scanned.error ?? partial.error ?? failed.error };
}

type Plan = OutputOf<'plan.list'>['plans'][number];
type Run = OutputOf<'scan.listRuns'>['runs'][number];
type Tracked = OutputOf<'tracking.getProgress'>['progress'];

const newest = (runs: readonly Run[] | undefined): Run | undefined => runs?.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
const lateSystems = (progress: Tracked): number => progress?.departments.reduce((sum, department) => sum + department.lateSystemIds.length, 0) ?? 0;

function planFacts(plan: Plan | undefined): Pick<OverviewFacts, 'hasPlan' | 'unassigned' | 'missedTargets'> {
  if (plan === undefined) return { hasPlan: false, unassigned: 0, missedTargets: 0 };
  return { hasPlan: true, unassigned: plan.unassignedCount, missedTargets: plan.targets.filter((target) => !target.met).length };
}

/** Everything the overview shows; null while the first answers are on their way. */
export function useOverview(): { readonly overview: Overview | null; readonly error: AppError | null } {
  const status = useCall('project.getStatus', {});
  const { coverage, pending, error } = useCoverage();
  const keys = useCall('scan.listHostKeys', { states: ['pending', 'changed'], limit: 1 });
  const plans = useCall('plan.list', {});
  const runs = useCall('scan.listRuns', {});
  const progress = useCall('tracking.getProgress', {}, { keepPrevious: true });
  const scan = useActiveJob(['scan', 'sample-scan', 'local-scan']);
  if (status.data === undefined || pending) return { overview: null, error: status.error ?? error };
  const current = plans.data?.plans.find((plan) => plan.current);
  const lastRun = newest(runs.data?.runs);
  const tracked = progress.data?.progress ?? null;
  const facts: OverviewFacts = {
    servers: coverage.total,
    systems: status.data.counts.systems,
    failedServers: lastRun === undefined ? 0 : lastRun.counts.failed + lastRun.counts.skipped,
    pendingHostKeys: keys.data?.total ?? 0,
    ...planFacts(current),
    lateSystems: lateSystems(tracked),
    scanning: scan !== undefined,
  };
  return { overview: { status: status.data, coverage, progress: tracked, facts, planTargets: current?.targets ?? [], lastRunId: lastRun?.id ?? null }, error };
}
