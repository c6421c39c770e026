import { expect, test } from 'vitest';
import { describedParams, paramNames } from './described-params.ts';
import { planViewFixture } from './plan-view.fixture.ts';

test('ids become names, units follow the key, empty values are left out', () => {
  const names = paramNames(planViewFixture());
  expect(describedParams({ teamId: 't1', usedBytes: 5, ratio: 0.8, systems: 3, reachedOn: '', freezeId: 'f1', before: 'a' }, names)).toEqual([
    { key: 'teamId', kind: 'text', value: 'Alpha' },
    { key: 'usedBytes', kind: 'bytes', value: 5 },
    { key: 'ratio', kind: 'ratio', value: 0.8 },
    { key: 'systems', kind: 'number', value: 3 },
    { key: 'freezeId', kind: 'text', value: 'Budget' },
    { key: 'before', kind: 'text', value: 'Permits' },
  ]);
});
