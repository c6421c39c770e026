import { compareText } from '../../../shared/kernel/compare-text.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { departmentIdSchema, systemIdSchema } from '../../../shared/kernel/ids.ts';
import type { AdoptionMeasure, Plan, PlanItem, PlanSettings } from '../../../shared/model/plan.ts';
import { TRACKING_STATES, type Progress, type TrackingEntry, type TrackingState } from '../../../shared/model/tracking.ts';
import { adoptionCurve, pointAt, type AdoptionPoint } from '../../../shared/engine/adoption/adoption-curve.ts';
import { targetOutcomes } from '../../../shared/engine/adoption/target-outcome.ts';
import { adoptedSince, provenSince } from './adopted-since.ts';

export interface ProgressFacts {
  readonly asOf: CalendarDate;
  readonly measure: AdoptionMeasure;
  readonly settings: Pick<PlanSettings, 'startDate' | 'targets'>;
  /** The register of today, as planning counts it. */
  readonly items: readonly PlanItem[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly plan: Plan | undefined;
  readonly entries: ReadonlyMap<string, readonly TrackingEntry[]>;
}

type Dates = ReadonlyMap<string, CalendarDate>;

function datesUpTo(facts: ProgressFacts, since: (entries: readonly TrackingEntry[]) => CalendarDate | undefined): Dates {
  const dates = new Map<string, CalendarDate>();
  for (const [id, entries] of facts.entries) {
    const date = since(entries.filter((entry) => compareText(entry.on, facts.asOf) <= 0));
    if (date !== undefined) dates.set(id, date);
  }
  return dates;
}

/** What is recorded decides here: "already adopted" of the problem becomes its recorded day. */
function countedItems(facts: ProgressFacts): PlanItem[] {
  return facts.items.filter((item) => item.counts !== 'excluded').map((item) => ({ ...item, counts: 'when-cut-over' }));
}

/** From the plan's start (or the first record, if earlier) to `asOf`, which always has a point. */
function recordedCurve(facts: ProgressFacts, items: readonly PlanItem[], dates: Dates): AdoptionPoint[] {
  const begin = [facts.settings.startDate, facts.asOf, ...dates.values()].sort(compareText)[0] ?? facts.asOf;
  const curve = adoptionCurve(items, facts.measure, begin, (id) => dates.get(id));
  const last = curve.at(-1);
  return last === undefined || last.date === facts.asOf ? curve : [...curve, { ...last, date: facts.asOf }];
}

function departmentRows(facts: ProgressFacts, items: readonly PlanItem[], adopted: Dates, proven: Dates, late: ReadonlySet<string>): Progress['departments'] {
  const planned = plannedDates(facts.plan);
  const weight = (item: PlanItem): number => (facts.measure === 'servers' ? item.serverCount : facts.measure === 'vcpu' ? item.vcpuCount : 1);
  const sum = (list: readonly PlanItem[], holds: (id: string) => boolean): number => list.filter((item) => holds(item.id)).reduce((total, item) => total + weight(item), 0);
  const isPlanned = (id: string): boolean => {
    const date = planned.get(id);
    return date === undefined ? adopted.has(id) : compareText(date, facts.asOf) <= 0;
  };
  return facts.departments.map(({ id, name }) => {
    const own = items.filter((item) => item.departmentId === id);
    return {
      departmentId: departmentIdSchema.parse(id),
      name,
      total: sum(own, () => true),
      adopted: sum(own, (item) => adopted.has(item)),
      proven: sum(own, (item) => proven.has(item)),
      plannedByToday: sum(own, isPlanned),
      lateSystemIds: own.filter((item) => late.has(item.id)).map((item) => systemIdSchema.parse(item.id)),
    };
  });
}

export function plannedDates(plan: Plan | undefined): Map<string, CalendarDate> {
  return new Map((plan?.assignments ?? []).map((assignment) => [assignment.itemId, assignment.cutOverDate]));
}

/** Late: the planned cut-over day has passed and the system was not cut over by `asOf`. */
export function lateSystems(planned: Dates, adopted: Dates, asOf: CalendarDate): Set<string> {
  return new Set([...planned].filter(([id, date]) => compareText(date, asOf) < 0 && !adopted.has(id)).map(([id]) => id));
}

function countStates(facts: ProgressFacts): Pick<Progress, 'byState' | 'untracked'> {
  const counts = new Map<TrackingState, number>(TRACKING_STATES.map((state) => [state, 0]));
  let untracked = 0;
  for (const item of facts.items) {
    const state = facts.entries.get(item.id)?.findLast((entry) => compareText(entry.on, facts.asOf) <= 0)?.state;
    if (state === undefined) untracked += 1;
    else counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const of = (state: TrackingState): number => counts.get(state) ?? 0;
  const byState = { planned: of('planned'), preparing: of('preparing'), replicated: of('replicated'), 'cut-over': of('cut-over'), stabilising: of('stabilising'), accepted: of('accepted'), 'source-retired': of('source-retired') };
  return { byState, untracked };
}

/** Plan, claimed and proven adoption as of a day. `targets` are judged by what is recorded, not by what is planned. */
export function deriveProgress(facts: ProgressFacts): Progress {
  const items = countedItems(facts);
  const [adopted, proven] = [datesUpTo(facts, adoptedSince), datesUpTo(facts, provenSince)];
  const actual = recordedCurve(facts, items, adopted);
  const provenCurve = recordedCurve(facts, items, proven);
  const plan = facts.plan?.adoption[facts.measure] ?? [];
  const late = lateSystems(plannedDates(facts.plan), adopted, facts.asOf);
  return {
    asOf: facts.asOf,
    measure: facts.measure,
    plan,
    actual,
    proven: provenCurve,
    targets: targetOutcomes(actual, facts.settings.targets),
    adoptedRatio: actual.at(-1)?.ratio ?? 0,
    provenRatio: provenCurve.at(-1)?.ratio ?? 0,
    plannedRatioToday: pointAt(plan, facts.asOf)?.ratio ?? 0,
    departments: departmentRows(facts, items, adopted, proven, late),
    ...countStates(facts),
  };
}
