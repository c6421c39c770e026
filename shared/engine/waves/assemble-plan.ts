import { dateFromDayNumber } from '../../kernel/calendar-date.ts';
import { compareText } from '../../kernel/compare-text.ts';
import type { AdoptionMeasure, Plan, Wave } from '../../model/plan.ts';
import { adoptionCurve } from '../adoption/adoption-curve.ts';
import { targetOutcomes } from '../adoption/target-outcome.ts';
import { planHashOf, problemHashOf } from './plan-hash.ts';
import { MILLI, type PlanIndex } from './plan-index.ts';
import { viewPlan, type PlanView } from './plan-view.ts';
import { findViolations } from './rules/find-violations.ts';

export type PlanParts = Pick<Plan, 'groups' | 'assignments' | 'unassigned'>;

function describeWave(view: PlanView, waveIndex: number, groupIds: readonly string[]): Wave {
  const { index } = view;
  const frame = index.frames.at(waveIndex);
  const days = frame.cutOverDays;
  return {
    index: waveIndex,
    from: dateFromDayNumber(frame.fromDay),
    to: dateFromDayNumber(frame.toDay),
    cutOverFrom: dateFromDayNumber(days[0] ?? frame.toDay),
    cutOverTo: dateFromDayNumber(days.at(-1) ?? frame.toDay),
    groupIds: [...groupIds].sort(compareText),
    teamLoad: index.teams.map((team, position) => ({ teamId: team.id, usedPersonDays: (view.teamLoad(waveIndex)[position] ?? 0) / MILLI, capacityPersonDays: (team.milliPerOpenDay * frame.openDayCount) / MILLI })),
    linkLoad: index.links.map((link, position) => ({ linkId: link.id, usedBytes: view.linkLoad(waveIndex)[position] ?? 0, capacityBytes: link.bytesPerDay * index.problem.settings.waveLengthDays })),
  };
}

function describeWaves(view: PlanView): Wave[] {
  const groupsOf = new Map<number, Set<string>>();
  for (const { assignment } of view.placed) groupsOf.set(assignment.waveIndex, (groupsOf.get(assignment.waveIndex) ?? new Set()).add(assignment.groupId));
  return Array.from({ length: view.lastWave }, (_, position) => describeWave(view, position + 1, [...(groupsOf.get(position + 1) ?? [])]));
}

function adoptionOf(index: PlanIndex, parts: PlanParts): Plan['adoption'] {
  const { settings, items } = index.problem;
  const dates = new Map(parts.assignments.map((assignment) => [assignment.itemId, assignment.cutOverDate]));
  const curve = (measure: AdoptionMeasure) => adoptionCurve(items, measure, settings.startDate, (id) => dates.get(id));
  return { systems: curve('systems'), servers: curve('servers'), vcpu: curve('vcpu'), departments: curve('departments') };
}

/** Everything that follows from who is cut over when: waves, loads, curves, target outcomes, violations and hashes. */
export function assemblePlan(index: PlanIndex, parts: PlanParts): Plan {
  const { settings } = index.problem;
  const groups = [...parts.groups].sort((left, right) => compareText(left.id, right.id));
  const assignments = [...parts.assignments].sort((left, right) => compareText(left.itemId, right.itemId));
  const unassigned = [...parts.unassigned].sort((left, right) => compareText(left.itemId, right.itemId));
  const adoption = adoptionOf(index, parts);
  const targets = targetOutcomes(adoption[settings.measure], settings.targets);
  const view = viewPlan(index, { groups, assignments, unassigned, targets });
  const plan: Omit<Plan, 'planHash'> = {
    schema: 1,
    problemHash: problemHashOf(index.problem),
    groups,
    waves: describeWaves(view),
    assignments,
    unassigned,
    violations: findViolations(view),
    adoption,
    targets,
  };
  return { ...plan, planHash: planHashOf(plan) };
}
