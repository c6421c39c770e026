import { compareText } from '../../../kernel/compare-text.ts';
import type { PlanRule } from './plan-rule.ts';

/**
 * Hard: a system is cut over although one that must come before it is later, on the same day in another group, or has
 * no wave. Systems that do not move are always "before".
 */
export const precedenceRule: PlanRule = (view) =>
  [...view.index.problem.settings.precedences]
    .sort((left, right) => compareText(left.after, right.after) || compareText(left.before, right.before))
    .flatMap(({ before, after }) => {
      const later = view.assignmentOf.get(after);
      const earlierItem = view.index.items.get(before);
      if (later === undefined || earlierItem === undefined || !earlierItem.moves || !view.index.items.has(after)) return [];
      const earlier = view.assignmentOf.get(before);
      if (earlier !== undefined && (earlier.groupId === later.groupId || compareText(earlier.cutOverDate, later.cutOverDate) < 0)) return [];
      return [{ rule: 'precedence', severity: 'hard', itemIds: [before, after], waveIndex: later.waveIndex, params: { before, after, beforeDate: earlier?.cutOverDate ?? '', afterDate: later.cutOverDate } }];
    });

/** Medium: systems that were asked to share a wave do not. */
export const togetherRule: PlanRule = (view) => {
  const lists = view.index.problem.settings.together.map((list) => [...new Set(list)].filter((id) => view.index.items.get(id)?.moves === true).sort(compareText));
  const sorted = lists.filter((list) => list.length > 1).sort((left, right) => compareText(left.join('\n'), right.join('\n')));
  return sorted.flatMap((itemIds) => {
    const waves = new Set(itemIds.map((id) => view.assignmentOf.get(id)?.waveIndex ?? 0));
    if (waves.size < 2) return [];
    const known = [...waves].filter((wave) => wave > 0);
    return [{ rule: 'together', severity: 'medium', itemIds, waveIndex: null, params: { firstWave: Math.min(...known), lastWave: Math.max(...known) } }];
  });
};

/** Soft: a hard dependency is stretched over two waves, because its group would have been too large or was split by pins. */
export const groupSplitRule: PlanRule = (view) => {
  const worst = new Map<string, { ends: readonly [string, string]; weight: number }>();
  for (const edge of view.index.problem.edges) {
    if (edge.strength !== 'hard' || edge.from === edge.to) continue;
    const ends: readonly [string, string] = compareText(edge.from, edge.to) < 0 ? [edge.from, edge.to] : [edge.to, edge.from];
    const key = ends.join('\n');
    worst.set(key, { ends, weight: Math.max(edge.weight, worst.get(key)?.weight ?? 0) });
  }
  return [...worst]
    .sort(([left], [right]) => compareText(left, right))
    .flatMap(([, { ends, weight }]) => {
      const [one, other] = [view.assignmentOf.get(ends[0]), view.assignmentOf.get(ends[1])];
      if (one === undefined || other === undefined || one.waveIndex === other.waveIndex) return [];
      return [{ rule: 'group-split', severity: 'soft', itemIds: [...ends], waveIndex: null, params: { weight, firstWave: Math.min(one.waveIndex, other.waveIndex), lastWave: Math.max(one.waveIndex, other.waveIndex) } }];
    });
};
