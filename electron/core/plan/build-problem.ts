import { calendarDateSchema, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { compareText } from '../../../shared/kernel/compare-text.ts';
import type { PlanItem, PlanProblem, PlanSettings } from '../../../shared/model/plan.ts';
import { TRACKING_STATES, type TrackingState } from '../../../shared/model/tracking.ts';
import { classifyEdges, type SystemFlow } from '../../../shared/engine/grouping/classify-edges.ts';
import type { AssessedSystem } from '../assessment/index.ts';
import { shareEffort } from './team-shares.ts';

/** What the register holds when a plan is made. */
export interface ProblemFacts {
  readonly settings: PlanSettings;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly systems: readonly AssessedSystem[];
  readonly flows: readonly SystemFlow[];
  readonly states: ReadonlyMap<string, TrackingState>;
  readonly today: CalendarDate;
}

const CUT_OVER = TRACKING_STATES.indexOf('cut-over');

/** From the cut-over on a system counts as adopted (claimed). */
export function isAdopted(state: TrackingState | undefined): boolean {
  return state !== undefined && TRACKING_STATES.indexOf(state) >= CUT_OVER;
}

/**
 * How a system counts. Cut over already: adopted, needs no wave. Retained: out of the fraction. To be retired: out of
 * it too, until its servers are recorded as gone; nobody's adoption rate rises because a rule guessed.
 */
function countingOf(system: AssessedSystem, state: TrackingState | undefined): Pick<PlanItem, 'moves' | 'counts'> {
  const { strategy } = system.result;
  if (isAdopted(state) && strategy !== 'retain') return { moves: false, counts: 'already-adopted' };
  if (strategy === 'retain' || strategy === 'retire') return { moves: false, counts: 'excluded' };
  return { moves: true, counts: 'when-cut-over' };
}

function dateOrNull(text: string | null): PlanItem['earliest'] {
  return text === null ? null : calendarDateSchema.parse(text);
}

/** A programme under way is planned anew from today on: the waves keep their numbers, those behind take nothing more. */
function earliestOf(text: string | null, facts: ProblemFacts): PlanItem['earliest'] {
  const wished = dateOrNull(text);
  if (compareText(facts.settings.startDate, facts.today) >= 0) return wished;
  return wished === null || compareText(wished, facts.today) < 0 ? facts.today : wished;
}

function itemOf(system: AssessedSystem, facts: ProblemFacts): PlanItem {
  const { row, result } = system;
  const counting = countingOf(system, facts.states.get(row.id));
  return {
    id: row.id,
    name: row.name,
    departmentId: row.departmentId,
    serverCount: system.serverCount,
    vcpuCount: system.vcpuCount,
    dataBytes: system.usedStorageBytes,
    effortPersonDays: counting.moves ? shareEffort(result.strategy, result.effortPersonDays, facts.settings.teams) : {},
    criticality: row.criticality,
    ...counting,
    earliest: earliestOf(row.earliest, facts),
    latest: dateOrNull(row.latest),
  };
}

/** The planning problem of the register as it is: every system, what it costs, how it counts, whom it talks to. */
export function buildProblem(facts: ProblemFacts): PlanProblem {
  const environments = new Map(facts.systems.map((system) => [system.row.id as string, system.row.environment]));
  const isProductive = (id: string): boolean => (environments.get(id) ?? 'production') === 'production';
  const flows = facts.flows.filter((flow) => environments.has(flow.from) && environments.has(flow.to));
  return {
    schema: 1,
    settings: facts.settings,
    departments: facts.departments.map(({ id, name }) => ({ id, name })),
    items: facts.systems.map((system) => itemOf(system, facts)),
    edges: classifyEdges(flows, facts.systems.length, isProductive),
  };
}
