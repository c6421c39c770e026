import { expect, test } from 'vitest';
import { chinese } from '../../../../../shared/i18n/chinese.ts';
import { english } from '../../../../../shared/i18n/english.ts';
import { DEFAULT_STRATEGY_RULES, LAST_RULE } from '../../../../../shared/engine/strategy/default-rules.ts';

test('every built-in rule has its sentence, and no sentence lacks its rule', () => {
  const expected = [...DEFAULT_STRATEGY_RULES.map((rule) => rule.id), LAST_RULE.id, 'override'].toSorted();
  expect(Object.keys(english.assessment.ruleReason).toSorted()).toEqual(expected);
  expect(Object.keys(chinese.assessment.ruleReason).toSorted()).toEqual(expected);
});
