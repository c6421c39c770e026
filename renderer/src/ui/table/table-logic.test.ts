import { expect, test } from 'vitest';
import { nextSort, type Column } from './column.ts';
import { rowColumns, sameRowColumns } from './row-columns.ts';
import { tableWidth, tracksOf } from './table-width.ts';
import { arrangeColumns, moveColumn, parseLayout } from './column-layout.ts';
import { addRange, NO_SELECTION, rangeTo, toggleOne } from './selection.ts';
import { toTsv } from './tsv.ts';

const column = (key: string, standard = true): Column<{ readonly a: string }> => ({ key, title: key.toUpperCase(), width: 100, standard, cell: (row) => row.a, text: (row) => row.a });

test('sorting goes ascending, descending, standard order', () => {
  const first = nextSort(null, 'mem');
  expect(first).toEqual({ field: 'mem', descending: false });
  const second = nextSort(first, 'mem');
  expect(second).toEqual({ field: 'mem', descending: true });
  expect(nextSort(second, 'mem')).toBeNull();
  expect(nextSort(second, 'cpu')).toEqual({ field: 'cpu', descending: false });
});

test('a range reaches from the last clicked row in both directions', () => {
  const one = toggleOne(NO_SELECTION, 'r7', 7);
  expect(rangeTo(one, 3)).toEqual([3, 7]);
  expect(rangeTo(one, 9)).toEqual([7, 9]);
  expect([...addRange(one, ['r8', 'r9']).ids]).toEqual(['r7', 'r8', 'r9']);
  expect(toggleOne(one, 'r7', 7).ids.size).toBe(0);
  expect(rangeTo(NO_SELECTION, 4)).toEqual([4, 4]);
});

test('copied text cannot become a formula and keeps its shape', () => {
  const rows = [{ a: '=cmd|1' }, { a: 'two\tcells\nlines' }, { a: '-12.5%' }, { a: '-' }, { a: '-rm' }];
  expect(toTsv([column('a')], rows)).toBe("A\n'=cmd|1\ntwo cells lines\n-12.5%\n-\n'-rm");
});

test('the layout keeps the order of the user, adds new columns at their place and forgets unknown ones', () => {
  const columns = [column('a'), column('b'), column('c', false)];
  expect(arrangeColumns(columns, parseLayout(null)).map(({ key }) => key)).toEqual(['a', 'b']);
  const layout = parseLayout({ order: ['c', 'gone', 'a'], hidden: ['a'], widths: { c: 250, a: 'wide' } });
  expect(arrangeColumns(columns, layout).map(({ key, width }) => [key, width])).toEqual([['c', 250]]);
  expect(arrangeColumns(columns, parseLayout({ order: ['b', 'a'], hidden: [], widths: {} })).map(({ key }) => key)).toEqual(['b', 'a']);
});

test('moving a column changes places with its shown neighbour only', () => {
  const columns = [column('a'), column('b'), column('c')];
  const layout = parseLayout({ order: ['a', 'b', 'c'], hidden: ['b'], widths: {} });
  expect(arrangeColumns(columns, moveColumn(columns, layout, 'c', -1)).map(({ key }) => key)).toEqual(['c', 'a']);
  expect(moveColumn(columns, layout, 'a', -1)).toBe(layout);
});

test('a changed width moves the tracks and leaves the lines as they are; a changed cell, order or alignment does not', () => {
  const columns = [column('a'), column('b')];
  const wider = columns.map((one) => ({ ...one, width: 150 }));
  expect(tracksOf(wider, true)).toEqual({ '--tracks': '36px 150px 150px', '--table-width': '336px' });
  expect(tableWidth(columns, false)).toBe(200);
  const before = rowColumns(columns, true);
  expect(sameRowColumns(before, rowColumns(wider, true))).toBe(true);
  expect(sameRowColumns(before, rowColumns(columns.toReversed(), true))).toBe(false);
  expect(sameRowColumns(before, rowColumns(columns.slice(1), true))).toBe(false);
  expect(sameRowColumns(before, rowColumns(columns, false))).toBe(false);
  expect(sameRowColumns(before, rowColumns([{ ...column('a'), align: 'right' as const }, column('b')], true))).toBe(false);
});
