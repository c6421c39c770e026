import { expect, test } from 'vitest';
import { parseSystemsSearch, systemsSearchParams } from './systems-search.ts';

test('reading and writing the address gives the same view', () => {
  const search = { text: '许可', departmentId: 'd1', sort: { field: 'memBytes', descending: true }, system: 's1', tab: 'flows' } as const;
  expect(parseSystemsSearch(systemsSearchParams(search))).toEqual(search);
});

test('what is unknown falls back to the default', () => {
  expect(parseSystemsSearch({ sort: '-__proto__', tab: 'toString', text: [] })).toEqual({ text: '', departmentId: undefined, sort: undefined, system: undefined, tab: 'facts' });
});
