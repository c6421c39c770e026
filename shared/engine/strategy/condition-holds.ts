import { assertNever } from '../../kernel/assert-never.ts';
import type { StrategyRule } from '../../model/strategy.ts';
import type { StrategyInput, StrategyValue } from './strategy-input.ts';

type Condition = StrategyRule['when'][number];

function sameValue(known: string | number | boolean, asked: StrategyValue): boolean {
  if (typeof known === 'string' && typeof asked === 'string') return known.toLowerCase() === asked.toLowerCase();
  return known === asked;
}

/**
 * Does a condition hold? A field that is not known satisfies only `unknown`: ignorance never decides a strategy. Lists:
 * `is` and `contains` ask for any entry, `is-not` for none; texts compare without case.
 */
export function conditionHolds(condition: Condition, input: StrategyInput): boolean {
  const field = input[condition.field];
  const values = typeof field === 'object' && field !== null ? field : field === null ? [] : [field];
  if (values.length === 0) return condition.operator === 'unknown';
  const asked = condition.value;
  switch (condition.operator) {
    case 'unknown':
      return false;
    case 'is':
      return values.some((value) => sameValue(value, asked));
    case 'is-not':
      return values.every((value) => !sameValue(value, asked));
    case 'at-least':
      return typeof asked === 'number' && values.some((value) => typeof value === 'number' && value >= asked);
    case 'at-most':
      return typeof asked === 'number' && values.some((value) => typeof value === 'number' && value <= asked);
    case 'contains':
      return typeof asked === 'string' && values.some((value) => typeof value === 'string' && value.toLowerCase().includes(asked.toLowerCase()));
    default:
      return assertNever(condition.operator);
  }
}

/** The value of a field as shown with a result; lists as one text. */
export function fieldFact(condition: Condition, input: StrategyInput): { field: string; value: StrategyValue } {
  const field = input[condition.field];
  return { field: condition.field, value: typeof field === 'object' && field !== null ? field.join(', ') : field };
}
