import type { FilterProblem } from '../../../../../shared/engine/filter/filter-term.ts';
import { parseFilter } from '../../../../../shared/engine/filter/parse-filter.ts';

/** The first thing of a filter that is not understood. */
export function filterProblem(typed: string): FilterProblem | undefined {
  const result = parseFilter(typed);
  return result.ok ? undefined : result.problem;
}

/** The filter to read with: as typed, or what stands before the term that is not understood. */
export function soundFilter(typed: string): string {
  const problem = filterProblem(typed);
  if (problem === undefined) return typed;
  const before = typed.slice(0, problem.at);
  const whole = before.slice(0, before.search(/\S*$/)).trim();
  return filterProblem(whole) === undefined ? whole : '';
}
