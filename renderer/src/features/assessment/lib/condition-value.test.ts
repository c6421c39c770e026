import { expect, test } from 'vitest';
import { isComplete, operatorsFor, parseConditionValue, withField } from './condition-value.ts';

test.each([['classified', 'true', true], ['classified', 'maybe', undefined], ['serverCount', '12', 12], ['serverCount', '12 apples', undefined], ['serverCount', '', undefined], ['osId', ' centos ', 'centos'], ['osId', ' ', undefined]] as const)('%s reads %s', (field, typed, value) => {
  expect(parseConditionValue(field, typed)).toBe(value);
});

test('changing the field keeps operator and value where they fit', () => {
  expect(withField({ field: 'osId', operator: 'contains', value: 'centos' }, 'software')).toEqual({ field: 'software', operator: 'contains', value: 'centos' });
  expect(withField({ field: 'osId', operator: 'contains', value: 'centos' }, 'serverCount')).toEqual({ field: 'serverCount', operator: 'is', value: null });
  expect(withField({ field: 'osId', operator: 'is', value: null }, 'classified')).toEqual({ field: 'classified', operator: 'is', value: true });
});

test('only "unknown" needs no value', () => {
  expect(isComplete({ field: 'osId', operator: 'unknown', value: null })).toBe(true);
  expect(isComplete({ field: 'osId', operator: 'is', value: null })).toBe(false);
  expect(operatorsFor('classified')).not.toContain('at-least');
});
