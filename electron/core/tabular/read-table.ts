import { stripVTControlCharacters } from 'node:util';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { CONTROL_CHARACTERS } from '../../../shared/kernel/control-characters.ts';
import { TABLE_LIMITS, type RawTable } from './raw-table.ts';
import { readCsvTable } from './read-csv-table.ts';
import { readXlsxTable } from './read-xlsx-table.ts';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

/** A terminal's sequences as a whole, then single characters: `ESC [31m` must not leave `[31m` in a name. */
const withoutControls = (text: string): string => stripVTControlCharacters(text).replace(CONTROL_CHARACTERS, '');

function readAsFound(bytes: Uint8Array, sheet: string | undefined): RawTable | Promise<RawTable> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsxTable(bytes, sheet);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new AppError('import.unknown_format', { reason: 'xls' });
  return readCsvTable(bytes);
}

/**
 * A table out of file bytes, by their content and not by a name. The old binary xls is refused with `import.unknown_format`.
 * Characters that hide or turn text are dropped from every cell: a register's names are read by people.
 */
export async function readTable(bytes: Uint8Array, sheet?: string): Promise<RawTable> {
  if (bytes.byteLength > TABLE_LIMITS.fileBytes) throw new AppError('import.too_large', { limit: TABLE_LIMITS.fileBytes, unit: 'bytes' });
  const table = await readAsFound(bytes, sheet);
  return { ...table, columns: table.columns.map(withoutControls), rows: table.rows.map(({ line, cells }) => ({ line, cells: cells.map(withoutControls) })) };
}
