import { expect, test } from 'vitest';
import { filterList, LIST_LIMIT } from './list-filter.ts';

const texts = (row: { name: string; version?: string }) => [row.name, row.version];

test('matches any text without regard to case', () => {
  const rows = [{ name: 'OpenSSL', version: '3.0' }, { name: 'bash' }];
  expect(filterList(rows, ' openssl ', texts).rows).toEqual([rows[0]]);
  expect(filterList(rows, '3.', texts).matching).toBe(1);
  expect(filterList(rows, '', texts).rows).toEqual(rows);
});

test('a long list is cut and says so', () => {
  const rows = Array.from({ length: LIST_LIMIT + 1 }, (_unused, index) => ({ name: String(index) }));
  expect(filterList(rows, '', texts)).toMatchObject({ matching: LIST_LIMIT + 1, cut: true });
  expect(filterList(rows, '', texts).rows).toHaveLength(LIST_LIMIT);
});
