import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exportDataset } from '../../../test/support/export-dataset.ts';
import { TABLES } from './tables/index.ts';
import { wordingOf } from './wording.ts';
import { writeCsv } from './write-csv.ts';

const rowsOf = (text: string): string[][] => parse(text, { bom: true });

describe('writeCsv', () => {
  it('H04 H07: a hostile host name stays one text field of one row', () => {
    const rows = rowsOf(writeCsv(TABLES.servers(exportDataset()), wordingOf('en')));
    expect(rows).toHaveLength(3);
    expect(rows[2]?.[1]).toBe(`'=HYPERLINK("http://x")<b>&[31m gnp`);
  });

  it('writes numbers bare and words in the language', () => {
    const text = writeCsv(TABLES.servers(exportDataset()), wordingOf('zh-CN'));
    const [header = [], first = []] = rowsOf(text);
    expect(first[header.indexOf('内存（GiB）')]).toBe('16');
    expect(first[header.indexOf('CPU P95')]).toBe('0.2137');
    expect(first[header.indexOf('类型')]).toBe('虚拟机');
    expect(text.startsWith('\ufeff')).toBe(true);
  });

  it.each(Object.entries(TABLES))('%s has a word for every header in both languages', (_name, table) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const wording = wordingOf(language);
      for (const column of table(exportDataset()).columns) expect(wording.word('column', column.key)).not.toBe(column.key);
    }
  });
});
