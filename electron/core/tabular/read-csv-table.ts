import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { decodeText } from './decode-text.ts';
import { TABLE_LIMITS, type RawTable } from './raw-table.ts';
import { shapeTable } from './shape-table.ts';

/** What cells of a table may be cut by. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_LINES = 20;

/** The delimiter that cuts the first lines most evenly; quotes are left out of the count. */
export function sniffDelimiter(text: string): string {
  const lines = text.slice(0, 200_000).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, SNIFFED_LINES).map((line) => line.replace(/"[^"]*"/g, ''));
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const typical = [...counts].sort((left, right) => left - right)[Math.floor(counts.length / 2)] ?? 0;
    return typical === 0 ? 0 : counts.filter((count) => count === typical).length * 100 + typical;
  };
  return DELIMITERS.reduce((best, delimiter) => (score(delimiter) > score(best) ? delimiter : best), ',');
}

/** CSV bytes of unknown encoding and delimiter. Raises `import.unreadable_encoding`, `import.unknown_format`, `import.no_rows`, `import.too_large`. */
export function readCsvTable(bytes: Uint8Array): RawTable {
  const { text, encoding } = decodeText(bytes);
  const delimiter = sniffDelimiter(text);
  try {
    const records: { line: number; cells: string[] }[] = [];
    parse(text, {
      delimiter,
      bom: true,
      // One file may mix line ends; the parser would else settle on the first it meets.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: TABLE_LIMITS.cellCharacters * 4,
      to: TABLE_LIMITS.rows + 20,
      on_record: (record: string[], { lines }) => {
        records.push({ line: lines, cells: record });
        return null;
      },
    });
    return shapeTable(records, { format: 'csv', encoding, delimiter, sheets: [], sheet: null });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new AppError('import.too_large', { limit: TABLE_LIMITS.cellCharacters, unit: 'characters' }, { cause: error });
    throw new AppError('import.unknown_format', { reason: error.code }, { cause: error });
  }
}
