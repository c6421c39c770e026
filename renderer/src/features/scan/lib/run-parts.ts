import type { ScanRun } from '../../../../../shared/model/scan.ts';
import type { StatusKind } from '../../../ui/status-mark.tsx';

export type CountedState = Exclude<keyof ScanRun['counts'], 'total'>;

/** States of a run's targets, in the order of the counts bar. */
export const RUN_STATES = [['done', 'done'], ['partial', 'warning'], ['failed', 'blocked'], ['skipped', 'excluded'], ['running', 'running'], ['queued', 'waiting']] as const satisfies readonly (readonly [CountedState, StatusKind])[];

export interface RunPart {
  readonly state: CountedState;
  readonly kind: StatusKind;
  readonly count: number;
  readonly ratio: number;
}

/** Each state with its share of all targets. */
export function runParts(counts: ScanRun['counts']): RunPart[] {
  return RUN_STATES.map(([state, kind]) => ({ state, kind, count: counts[state], ratio: counts.total === 0 ? 0 : counts[state] / counts.total }));
}

/** Targets a retry would take up: those that failed or were not tried. */
export function retryable(counts: ScanRun['counts']): number {
  return counts.failed + counts.skipped;
}
