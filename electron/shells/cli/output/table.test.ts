import { describe, expect, it } from 'vitest';
import { displayWidth, fitWidth } from './display-width.ts';
import { renderPairs, renderTable } from './table.ts';

describe('displayWidth', () => {
  it.each([['abc', 3], ['财政局', 6], ['ａ', 2], ['e\u0301', 1], ['', 0]])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));
});

it('fitWidth cuts at whole characters', () => {
  expect(fitWidth('abcdef', 4)).toBe('abc…');
  expect(fitWidth('财政局预算', 6)).toBe('财政…');
  expect(fitWidth('abc', 3)).toBe('abc');
});

it('aligns columns by what a terminal shows', () => {
  const rows = [{ name: '财政局', count: 7 }, { name: 'Parks', count: 1200 }, { name: null, count: null }];
  const table = renderTable(rows, [{ header: 'Name', cell: (row) => row.name }, { header: 'N', cell: (row) => row.count, align: 'right' }], { cut: false });
  expect(table).toBe('Name       N\n财政局     7\nParks   1200\n-          -\n');
});

it('cuts long cells for a terminal only', () => {
  const columns = [{ header: 'X', cell: (row: string) => row }];
  expect(renderTable(['y'.repeat(100)], columns, { cut: true })).toContain('…');
  expect(renderTable(['y'.repeat(100)], columns, { cut: false })).toContain('y'.repeat(100));
});

it('pairs are cleaned and aligned', () => expect(renderPairs([['a', 'x\u001b[2J'], ['名称', null]])).toBe('a     x\n名称  -\n'));
