import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { TRACKING_STATES, type TrackingEntry, type TrackingState } from '../../../shared/model/tracking.ts';

/**
 * The day from which a system has been in `threshold` or later without a step back; undefined when it is not there now.
 * A correction of the same state replaces the day.
 */
export function reachedSince(entries: readonly TrackingEntry[], threshold: TrackingState): CalendarDate | undefined {
  const needed = TRACKING_STATES.indexOf(threshold);
  let since: CalendarDate | undefined;
  for (const entry of entries) {
    const rank = TRACKING_STATES.indexOf(entry.state);
    if (rank < needed) since = undefined;
    else if (since === undefined || rank === needed) since = entry.on;
  }
  return since;
}

/** Adopted as claimed by the departments: from the cut-over on. */
export const adoptedSince = (entries: readonly TrackingEntry[]): CalendarDate | undefined => reachedSince(entries, 'cut-over');
/** Adopted as proven by an acceptance. */
export const provenSince = (entries: readonly TrackingEntry[]): CalendarDate | undefined => reachedSince(entries, 'accepted');
