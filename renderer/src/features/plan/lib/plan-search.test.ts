import { expect, test } from 'vitest';
import { PLAN_URL } from './plan-search.ts';

test('the default view is written as nothing', () => {
  expect(Object.values(PLAN_URL.write(PLAN_URL.read({}))).filter(Boolean)).toEqual([]);
});

test('reading what was written gives the same view', () => {
  const search = { tab: 'gantt', plan: 'plan-7', text: '许可', zoom: 'months', system: 's1' } as const;
  expect(PLAN_URL.read(PLAN_URL.write(search))).toEqual(search);
  expect(PLAN_URL.read({ tab: 'nonsense', zoom: 4 })).toMatchObject({ tab: 'board', zoom: 'weeks' });
});
