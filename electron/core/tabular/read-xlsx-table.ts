import { Workbook, type CellValue, type Worksheet } from '@cj-tech-master/excelts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { checkArchive } from './check-archive.ts';
import { TABLE_LIMITS, type RawTable } from './raw-table.ts';
import { shapeTable } from './shape-table.ts';

/** Excel dates are days; a time of midnight is left out. */
function dateText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

/** The shown value of a cell: a formula's result, never the formula; the text of rich text and links. */
function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  if (typeof value !== 'object') return '';
  if ('richText' in value && Array.isArray(value.richText)) return value.richText.map((part) => part.text).join('');
  if ('text' in value && typeof value.text === 'string') return value.text;
  if ('result' in value) return cellText(value.result);
  return '';
}

function recordsOf(sheet: Worksheet): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  sheet.eachRow((row, line) => {
    const cells: string[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, TABLE_LIMITS.columns + 1); column += 1) cells.push(cellText(row.getCell(column).value));
    records.push({ line, cells });
  });
  return records;
}

/** One sheet of an xlsx: the named one, else the first that holds rows. Raises `import.archive_unsafe`, `import.unknown_format`, `import.no_rows`, `import.too_large`. */
export async function readXlsxTable(bytes: Uint8Array, wanted: string | undefined): Promise<RawTable> {
  checkArchive(bytes);
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch (error) {
    throw new AppError('import.unknown_format', { reason: 'xlsx' }, { cause: error });
  }
  const sheets = workbook.worksheets.map((sheet) => sheet.name);
  const sheet = wanted === undefined ? workbook.worksheets.find((each) => each.actualRowCount > 1) : workbook.worksheets.find((each) => each.name === wanted);
  if (sheet === undefined) throw new AppError('import.no_rows');
  return shapeTable(recordsOf(sheet), { format: 'xlsx', encoding: null, delimiter: null, sheets, sheet: sheet.name });
}
