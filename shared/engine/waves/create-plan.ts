import { dateFromDayNumber } from '../../kernel/calendar-date.ts';
import { seededRandom } from '../../kernel/seeded-random.ts';
import type { Plan, PlanProblem } from '../../model/plan.ts';
import { buildGroups } from '../grouping/build-groups.ts';
import { assemblePlan, type PlanParts } from './assemble-plan.ts';
import { checkProblem } from './check-problem.ts';
import { neighbourOrder } from './improve-order.ts';
import { indexProblem, type PlanIndex } from './plan-index.ts';
import { groupPredecessors } from './precedence-graph.ts';
import { priorityOrders } from './priority-rules.ts';
import { scheduleGroups, type Schedule } from './schedule-groups.ts';
import { compareScores, scoreSchedule, type ScheduleScore } from './schedule-score.ts';
import { buildWorkGroup, pinOf, type WorkGroup } from './work-group.ts';

export interface CreatePlanOptions {
  /** Names the sequence of random exchanges; the same seed gives the same plan. */
  readonly seed?: number;
  /** How many exchanges are tried when the fixed orders leave a target missed or a system without a wave. */
  readonly improvementRounds?: number;
  readonly onProgress?: (fraction: number) => void;
}

/** Group placements spent on exchanges: about 1.5 s for the 900 systems of a city, and never more rounds than help. */
const PLACEMENT_BUDGET = 150_000;
const MOST_ROUNDS = 400;

interface Candidate {
  readonly order: readonly WorkGroup[];
  readonly schedule: Schedule;
  readonly score: ScheduleScore;
}

/**
 * The plan of a problem: move groups, then a wave for each. Serial schedule generation under a fixed list of priority
 * rules, the best schedule kept (see `ScheduleScore`), then a fixed number of seeded exchanges while a target is missed
 * or a system has no wave. No clock: the effort is counted in rounds, so every machine gives the same plan; lists may
 * come in any order.
 *
 * Precedence: the earlier system's cut-over day lies strictly before the later one's; both may be in one wave. Inside a
 * move group (one day) the order is left to the run of that day.
 *
 * Errors: see `checkProblem`. What cannot be planned is in `unassigned` with its reason, a missed target in `violations`.
 */
export function createPlan(problem: PlanProblem, options: CreatePlanOptions = {}): Plan {
  checkProblem(problem);
  const index = indexProblem(problem);
  const groups = buildGroups(problem).map((draft) => buildWorkGroup(index, draft));
  const predecessors = groupPredecessors(problem.settings.precedences, new Map(groups.flatMap((group) => group.items.map((item) => [item.id, group.id] as const))));
  const evaluate = (order: readonly WorkGroup[]): Candidate => {
    const schedule = scheduleGroups(index, order, predecessors);
    return { order, schedule, score: scoreSchedule(index, groups, schedule) };
  };
  const best = search(index, groups, evaluate, options);
  return assemblePlan(index, partsOf(index, groups, best.schedule));
}

function search(index: PlanIndex, groups: readonly WorkGroup[], evaluate: (order: readonly WorkGroup[]) => Candidate, options: CreatePlanOptions): Candidate {
  const rounds = groups.length < 2 ? 0 : (options.improvementRounds ?? Math.min(MOST_ROUNDS, Math.floor(PLACEMENT_BUDGET / groups.length)));
  const orders = priorityOrders(index, groups);
  const steps = orders.length + rounds;
  let best = evaluate(orders[0] ?? groups);
  for (const [position, order] of orders.slice(1).entries()) {
    const candidate = evaluate(order);
    if (compareScores(candidate.score, best.score) < 0) best = candidate;
    options.onProgress?.((position + 1) / steps);
  }
  const random = seededRandom(options.seed ?? 1);
  for (let round = 0; round < rounds && (best.score[0] > 0 || best.score[2] > 0); round += 1) {
    const candidate = evaluate(neighbourOrder(best.order, random));
    if (compareScores(candidate.score, best.score) < 0) best = candidate;
    options.onProgress?.((orders.length + round) / steps);
  }
  return best;
}

function partsOf(index: PlanIndex, groups: readonly WorkGroup[], schedule: Schedule): PlanParts {
  const assignments: PlanParts['assignments'] = [];
  const unassigned: PlanParts['unassigned'] = [];
  for (const group of groups) {
    const placement = schedule.placements.get(group.id);
    for (const item of group.items) {
      if (placement) {
        assignments.push({ itemId: item.id, groupId: group.id, waveIndex: placement.wave, startWaveIndex: placement.startWave, cutOverDate: dateFromDayNumber(placement.day), pinned: pinOf(index, item.id) !== undefined });
      } else {
        const refusal = schedule.refusals.get(group.id);
        unassigned.push({ itemId: item.id, reason: refusal?.reason ?? 'horizon', params: { ...refusal?.params } });
      }
    }
  }
  return { groups: groups.map((group) => group.draft), assignments, unassigned };
}
