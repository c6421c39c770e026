import { TRACKING_STATES, type TrackingState } from '../../../../../shared/model/tracking.ts';

const FIRST_COUNTED = TRACKING_STATES.indexOf('cut-over');

/** From the cut-over on a system counts as adopted, so the claim needs its evidence. */
export function needsEvidence(target: TrackingState, from: readonly (TrackingState | null)[]): boolean {
  const to = TRACKING_STATES.indexOf(target);
  return to >= FIRST_COUNTED || from.some((state) => state !== null && TRACKING_STATES.indexOf(state) > to);
}

/** How many of the chosen systems would step back: a correction, which must name its reason. */
export function stepsBack(target: TrackingState, from: readonly (TrackingState | null)[]): number {
  const to = TRACKING_STATES.indexOf(target);
  return from.filter((state) => state !== null && TRACKING_STATES.indexOf(state) > to).length;
}

/** The state most of a choice of systems would go to next; the first one when nothing is tracked yet. */
export function nextState(from: readonly (TrackingState | null)[]): TrackingState {
  const lowest = Math.min(...from.map((state) => (state === null ? -1 : TRACKING_STATES.indexOf(state))));
  return TRACKING_STATES[Math.min(Math.max(0, lowest + 1), TRACKING_STATES.length - 1)] ?? 'planned';
}
