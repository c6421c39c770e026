import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '../../electron/core/exporting/cell-text.ts';
import { safeText } from '../../electron/core/exporting/safe-text.ts';
import { wordingOf } from '../../electron/core/exporting/wording.ts';
import { workbookTables, writeWorkbook } from '../../electron/core/exporting/write-workbook.ts';
import { exportDataset } from '../support/export-dataset.ts';

const READER = '/usr/bin/python3';
const OPENPYXL = '/usr/lib/python3/dist-packages/openpyxl/__init__.py';
const OFFICE = '/usr/bin/soffice';

interface SeenCell { readonly v: string | number | null; readonly t: string; readonly f: string }
interface SeenSheet { readonly rows: SeenCell[][]; readonly tables: Record<string, string>; readonly freeze: string | null; readonly hidden: string[]; readonly validations: string[]; readonly landscape: string; readonly paper: number; readonly titles: string | null; readonly merged: string[] }

const folder = mkdtempSync(join(tmpdir(), 'landfall-xlsx-'));
const path = join(folder, 'plan.xlsx');
const dataset = exportDataset();
const wording = wordingOf('zh-CN');
const tables = workbookTables(dataset);

beforeAll(async () => writeFileSync(path, await writeWorkbook(dataset, wording)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an independent reader must find for one of our cells. */
function expected(value: string | number | null, column: (typeof tables)[number]['columns'][number], tableKey: string): string | number | null {
  if (value === null) return null;
  if (column.kind === 'date') return `${value}T00:00:00`;
  if (column.kind === 'instant') return String(value).slice(0, 19);
  const text = cellText(value, column, tableKey, wording);
  return typeof text === 'string' ? safeText(text) : text;
}

describe.skipIf(!existsSync(OPENPYXL))('the workbook as openpyxl reads it (needs python3-openpyxl)', () => {
  let book: { order: string[]; sheets: Record<string, SeenSheet> };
  beforeAll(() => {
    book = JSON.parse(execFileSync(READER, [join(import.meta.dirname, '../support/read-xlsx.py'), path], { encoding: 'utf8' }));
  });

  it('has the seven sheets in their order', () => {
    expect(book.order).toEqual(['概要', '批次计划', '业务系统', '服务器', '资源估算', 'S曲线数据', '指标说明']);
  });

  it.each(tables)('H05 X01: every cell of $key is what was written, and none is a formula', (table) => {
    const sheet = book.sheets[wording.word('sheet', table.key)];
    expect(sheet?.rows[0]?.map((cell) => cell.v)).toEqual(table.columns.map((column) => wording.word('column', column.key)));
    table.rows.forEach((row, rowIndex) => row.forEach((value, columnIndex) => {
      const column = table.columns[columnIndex];
      const seen = sheet?.rows[rowIndex + 1]?.[columnIndex];
      if (column === undefined) throw new Error('more cells than columns');
      const want = expected(value, column, table.key);
      if (typeof want === 'number') expect(seen?.v).toBeCloseTo(want, 6);
      else expect(seen?.v ?? null).toBe(want);
      expect(seen?.t).not.toBe('f');
    }));
  });

  it('is made to be worked with: tables, frozen header, hidden ids, choices, A3 landscape, nothing merged', () => {
    const systems = book.sheets['业务系统'];
    expect(systems?.tables).toEqual({ landfall_systems: `A1:Y${dataset.systems.length + 1}` });
    expect(systems).toMatchObject({ freeze: 'A2', landscape: 'landscape', paper: 8, merged: [] });
    expect(systems?.hidden).toEqual(['A']);
    expect(systems?.validations).toHaveLength(2);
    expect(systems?.titles).toMatch(/1:\$?1/);
  });
});

describe.skipIf(!existsSync(OFFICE))('the workbook as LibreOffice opens it (needs libreoffice-calc)', () => {
  it('X01: opens without repair and keeps the Servers sheet cell by cell', () => {
    // Without a locale of UTF-8 LibreOffice cannot write the sheet's Chinese name into the file's.
    execFileSync(OFFICE, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', '--outdir', folder, path], { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    const rows: string[][] = parse(readFileSync(join(folder, 'plan-服务器.csv'), 'utf8'));
    const servers = tables.find((table) => table.key === 'servers');
    expect(rows).toHaveLength((servers?.rows.length ?? 0) + 1);
    expect(rows[1]?.[1]).toBe('cz-ys-web01');
    expect(rows[2]?.[1]).toBe(safeText(String(servers?.rows[1]?.[1])));
    expect(rows[1]?.[7]).toBe('Kylin Linux Advanced Server V10');
  });
});
