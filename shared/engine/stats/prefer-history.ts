import type { UtilisationHistory } from '../../model/utilisation.ts';
import { buildServerProfile } from './build-profile.ts';

/**
 * Of several histories the one that deserves the most trust; of equals the first. They are never merged: a host's own ten-minute
 * means and our ten-second means are distributions of different things.
 */
export function preferHistory(candidates: readonly UtilisationHistory[], collectedAt: string): UtilisationHistory | undefined {
  // Mostly there is only one, and nothing to weigh.
  if (candidates.length < 2) return candidates[0];
  const scored = candidates.map((history) => ({ history, score: buildServerProfile({ history, collectedAt }).confidence.score }));
  return scored.reduce<(typeof scored)[number] | undefined>((best, each) => (best && best.score >= each.score ? best : each), undefined)?.history;
}
