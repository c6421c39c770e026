import type { StrategyRule } from '../../../../../shared/model/strategy.ts';

export type Condition = StrategyRule['when'][number];
export type ConditionField = Condition['field'];

/** What a field of the assessment input holds. */
export const CONDITION_TYPES = {
  classified: 'flag', osEndOfLife: 'flag',
  architecture: 'text', osId: 'text', criticality: 'text', environment: 'text', software: 'text',
  serverCount: 'number', peerCount: 'number', physicalShare: 'number', cpuP95Ratio: 'number', protectionLevel: 'number', usedStorageBytes: 'number',
} as const satisfies Record<ConditionField, 'flag' | 'text' | 'number'>;

const OPERATORS = {
  flag: ['is', 'is-not', 'unknown'],
  text: ['is', 'is-not', 'contains', 'unknown'],
  number: ['is', 'at-least', 'at-most', 'unknown'],
} as const satisfies Record<'flag' | 'text' | 'number', readonly Condition['operator'][]>;

/** The tests that make sense for a field. */
export function operatorsFor(field: ConditionField): readonly Condition['operator'][] {
  return OPERATORS[CONDITION_TYPES[field]];
}

/** What was typed as the value the rule compares with; undefined when the text does not fit the field. */
export function parseConditionValue(field: ConditionField, typed: string): Condition['value'] | undefined {
  const text = typed.trim();
  const type = CONDITION_TYPES[field];
  if (type === 'flag') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'text') return text === '' ? undefined : text;
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : undefined;
}

/** A condition after its field or operator changed: operator and value stay only where they still fit. */
export function withField(condition: Condition, field: ConditionField): Condition {
  const operators = operatorsFor(field);
  const operator = operators.includes(condition.operator) ? condition.operator : (operators[0] ?? 'is');
  const kept = condition.value === null ? undefined : parseConditionValue(field, String(condition.value));
  return { field, operator, value: operator === 'unknown' ? null : (kept ?? (CONDITION_TYPES[field] === 'flag' ? true : null)) };
}

/** A value is needed for every test but "unknown". */
export function isComplete(condition: Condition): boolean {
  return condition.operator === 'unknown' || condition.value !== null;
}
