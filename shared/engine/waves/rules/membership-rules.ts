import { compareText } from '../../../kernel/compare-text.ts';
import type { PlanRule } from './plan-rule.ts';

/** Hard: the plan, its settings or their lists name a system that the problem does not have, or that does not move. */
export const unknownItemRule: PlanRule = (view) => {
  const { items, problem } = view.index;
  const planned = [...view.plan.assignments, ...view.plan.unassigned].map((entry) => entry.itemId).filter((id) => items.get(id)?.moves !== true);
  const named = [...Object.keys(problem.settings.pins), ...problem.settings.together.flat(), ...problem.settings.precedences.flatMap(({ before, after }) => [before, after])].filter((id) => !items.has(id));
  const inPlan = [...new Set(planned)].sort(compareText);
  const inSettings = [...new Set(named)].filter((id) => !inPlan.includes(id)).sort(compareText);
  return [
    ...inPlan.map((id) => ({ rule: 'unknown-item' as const, severity: 'hard' as const, itemIds: [id], waveIndex: null, params: { where: 'plan' } })),
    ...inSettings.map((id) => ({ rule: 'unknown-item' as const, severity: 'soft' as const, itemIds: [id], waveIndex: null, params: { where: 'settings' } })),
  ];
};

/** Hard: a moving system is neither assigned nor listed as unassigned. */
export const missingItemRule: PlanRule = (view) => {
  const seen = new Set([...view.plan.assignments, ...view.plan.unassigned].map((entry) => entry.itemId));
  return view.index.movers.filter((item) => !seen.has(item.id)).map((item) => ({ rule: 'missing-item', severity: 'hard', itemIds: [item.id], waveIndex: null, params: {} }));
};

/** Hard: a system is planned twice. */
export const doubleAssignmentRule: PlanRule = (view) => {
  const counts = new Map<string, number>();
  for (const { itemId } of [...view.plan.assignments, ...view.plan.unassigned]) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  const doubled = [...counts].filter(([, count]) => count > 1).sort(([left], [right]) => compareText(left, right));
  return doubled.map(([id, count]) => ({ rule: 'double-assignment', severity: 'hard', itemIds: [id], waveIndex: null, params: { count } }));
};
