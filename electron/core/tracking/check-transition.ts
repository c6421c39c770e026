import { compareText } from '../../../shared/kernel/compare-text.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { TRACKING_STATES, type TrackingState } from '../../../shared/model/tracking.ts';

export interface TrackedStep {
  readonly state: TrackingState;
  readonly on: CalendarDate;
}
export type TransitionProblem = 'cut-over-first' | 'acceptance-first' | 'before-last-entry' | 'in-the-future' | 'evidence';

const rank = (state: TrackingState): number => TRACKING_STATES.indexOf(state);
const CUT_OVER = rank('cut-over');

/**
 * What keeps an entry from being recorded; undefined: nothing.
 * - Preparation may skip steps; the states after the cut-over need a cut-over first, the end of the source an acceptance.
 * - A step back (or the same state again) is a correction at any time and names its reason.
 * - Dates do not run backwards on the way forward, and what has happened is not in the future.
 * - From the cut-over on the claim needs its evidence.
 */
export function transitionProblem(last: TrackedStep | undefined, next: TrackedStep & { readonly evidence: string }, today: CalendarDate): TransitionProblem | undefined {
  const [from, to] = [last === undefined ? -1 : rank(last.state), rank(next.state)];
  const correction = to <= from;
  if (compareText(next.on, today) > 0) return 'in-the-future';
  if (!correction && to > CUT_OVER && from < CUT_OVER) return 'cut-over-first';
  if (!correction && next.state === 'source-retired' && from < rank('accepted')) return 'acceptance-first';
  if (!correction && last !== undefined && compareText(next.on, last.on) < 0) return 'before-last-entry';
  if ((correction || to >= CUT_OVER) && next.evidence.trim() === '') return 'evidence';
  return undefined;
}
