import { compareText } from '../../../kernel/compare-text.ts';
import type { PlanViolation } from '../../../model/plan.ts';
import type { PlanView } from '../plan-view.ts';
import type { PlanRule } from './plan-rule.ts';

function cutOversByWave(view: PlanView): Map<number, PlanView['placed'][number]['item'][]> {
  const byWave = new Map<number, PlanView['placed'][number]['item'][]>();
  for (const { item, assignment } of view.placed) byWave.set(assignment.waveIndex, [...(byWave.get(assignment.waveIndex) ?? []), item]);
  return new Map([...byWave].sort(([left], [right]) => left - right));
}

/** Hard: more systems cut over in a wave than the city allows itself. */
export const waveLimitRule: PlanRule = (view) => {
  const { maxSystemsPerWave } = view.index.problem.settings;
  return [...cutOversByWave(view)]
    .filter(([, items]) => items.length > maxSystemsPerWave)
    .map(([waveIndex, items]) => ({ rule: 'wave-limit', severity: 'hard', itemIds: items.map((item) => item.id), waveIndex, params: { systems: items.length, maxSystems: maxSystemsPerWave } }));
};

/** Hard: more systems of one department cut over in a wave than its people can accept. */
export const departmentLimitRule: PlanRule = (view) => {
  const { maxSystemsPerDepartmentPerWave } = view.index.problem.settings;
  const violations: PlanViolation[] = [];
  for (const [waveIndex, items] of cutOversByWave(view)) {
    const byDepartment = new Map<string, string[]>();
    for (const item of items) byDepartment.set(item.departmentId, [...(byDepartment.get(item.departmentId) ?? []), item.id]);
    for (const [departmentId, itemIds] of [...byDepartment].sort(([left], [right]) => compareText(left, right))) {
      if (itemIds.length <= maxSystemsPerDepartmentPerWave) continue;
      violations.push({ rule: 'department-limit', severity: 'hard', itemIds, waveIndex, params: { departmentId, systems: itemIds.length, maxSystems: maxSystemsPerDepartmentPerWave } });
    }
  }
  return violations;
};

/** Medium: the first wave is the pilot: few systems, none of them vital. */
export const pilotRule: PlanRule = (view) => {
  const { pilotSystems } = view.index.problem.settings;
  const pilots = view.placed.filter(({ assignment }) => assignment.waveIndex === 1).map(({ item }) => item);
  const vital = pilots.filter((item) => item.criticality === 'vital').map((item) => item.id);
  const violations: PlanViolation[] = [];
  if (pilots.length > pilotSystems) violations.push({ rule: 'pilot', severity: 'medium', itemIds: pilots.map((item) => item.id), waveIndex: 1, params: { systems: pilots.length, maxSystems: pilotSystems } });
  if (vital.length > 0) violations.push({ rule: 'pilot', severity: 'medium', itemIds: vital, waveIndex: 1, params: { vitalSystems: vital.length } });
  return violations;
};
