import { dateFromDayNumber, dayNumber, type CalendarDate } from '../../../../shared/kernel/calendar-date.ts';
import type { Assignment, Wave } from '../../../../shared/model/plan.ts';
import type { TrackingState } from '../../../../shared/model/tracking.ts';

export const PHASES = ['prepare', 'replicate', 'test', 'cutOver', 'stabilise'] as const;
export type Phase = (typeof PHASES)[number];

export interface PhaseTask {
  readonly phase: Phase;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Open days; 0 makes a milestone. */
  readonly workDays: number;
  readonly percentComplete: number;
}

/** Hypercare after the cut-over, in working days. */
const STABILISE_DAYS = 5;
const PREPARE_SHARE = 0.5;
const REPLICATE_SHARE = 0.3;

/** Percent done per phase in each state. */
const DONE: Readonly<Record<TrackingState, readonly number[]>> = {
  planned: [0, 0, 0, 0, 0],
  preparing: [50, 0, 0, 0, 0],
  replicated: [100, 100, 0, 0, 0],
  'cut-over': [100, 100, 100, 100, 0],
  stabilising: [100, 100, 100, 100, 50],
  accepted: [100, 100, 100, 100, 100],
  'source-retired': [100, 100, 100, 100, 100],
};

function openDays(fromDay: number, toDay: number, isOpenDay: (day: number) => boolean): number[] {
  const days: number[] = [];
  for (let day = fromDay; day <= toDay; day += 1) if (isOpenDay(day)) days.push(day);
  return days;
}

function nextOpenDays(afterDay: number, count: number, isOpenDay: (day: number) => boolean): number[] {
  const days: number[] = [];
  // A calendar with no open day at all must not loop for ever; two years hold any real closure.
  for (let day = afterDay + 1; days.length < count && day < afterDay + 730; day += 1) if (isOpenDay(day)) days.push(day);
  return days;
}

/**
 * The tasks of one system: the open days from the first wave of work to the cut-over, shared out 50 : 30 : 20 to prepare,
 * replicate and test; the cut-over as a milestone on its day; five open days of stabilising. No task begins or ends on a
 * day off.
 */
export function scheduleTasks(assignment: Assignment, waves: readonly Wave[], isOpenDay: (day: number) => boolean, state: TrackingState | null): PhaseTask[] {
  const cutOverDay = dayNumber(assignment.cutOverDate);
  const firstWave = waves.find((wave) => wave.index === assignment.startWaveIndex);
  const days = openDays(firstWave === undefined ? cutOverDay : dayNumber(firstWave.from), cutOverDay - 1, isOpenDay);
  const prepareEnd = Math.round(days.length * PREPARE_SHARE);
  const replicateEnd = prepareEnd + Math.round(days.length * REPLICATE_SHARE);
  const spans: readonly (readonly number[])[] = [days.slice(0, prepareEnd), days.slice(prepareEnd, replicateEnd), days.slice(replicateEnd), [], nextOpenDays(cutOverDay, STABILISE_DAYS, isOpenDay)];
  return PHASES.map((phase, index): PhaseTask => {
    const span = spans[index] ?? [];
    return {
      phase,
      from: dateFromDayNumber(span[0] ?? cutOverDay),
      to: dateFromDayNumber(span.at(-1) ?? cutOverDay),
      workDays: span.length,
      percentComplete: state === null ? 0 : (DONE[state][index] ?? 0),
    };
  });
}
