import { expect, test } from 'vitest';
import { DEFAULT_COLUMNS, inventorySearchParams, parseInventorySearch, searchOfView, viewQuery } from './inventory-search.ts';

test('an empty address is the default view and is written as nothing', () => {
  const search = parseInventorySearch({});
  expect(search).toEqual({ filter: '', sort: [], columns: DEFAULT_COLUMNS, server: undefined });
  expect(Object.values(inventorySearchParams(search)).filter((value) => value !== undefined)).toEqual([]);
});

test('writing and reading an address gives the same view', () => {
  const search = { filter: 'os:kylin mem>64G !dept:财政 "free words"', sort: [{ field: 'memBytes', descending: true }, { field: 'hostname', descending: false }], columns: ['hostname', 'memBytes'], server: 'srv-1' } as const;
  expect(parseInventorySearch(inventorySearchParams(search))).toEqual(search);
});

test('unknown fields and foreign types are left out', () => {
  expect(parseInventorySearch({ sort: '-secret,-osId,toString', columns: 'constructor,osId,osId', filter: ['x'], server: {} })).toMatchObject({ sort: [{ field: 'osId', descending: true }], columns: ['osId'], filter: '', server: undefined });
});

test('a saved view keeps filter, sort and columns but no open inspector', () => {
  const search = parseInventorySearch({ filter: 'a&b=c', sort: 'osId', server: 'x' });
  expect(searchOfView(viewQuery(search))).toEqual({ ...search, server: undefined });
});

test('a filter that looks like a number is still a filter', () => {
  expect(parseInventorySearch({ filter: 10 }).filter).toBe('10');
});
