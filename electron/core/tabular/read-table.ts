import { AppError } from '../../../shared/kernel/app-error.ts';
import { TABLE_LIMITS, type RawTable } from './raw-table.ts';
import { readCsvTable } from './read-csv-table.ts';
import { readXlsxTable } from './read-xlsx-table.ts';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

/** A table out of file bytes, by their content and not by a name. The old binary xls is refused with `import.unknown_format`. */
export async function readTable(bytes: Uint8Array, sheet?: string): Promise<RawTable> {
  if (bytes.byteLength > TABLE_LIMITS.fileBytes) throw new AppError('import.too_large', { limit: TABLE_LIMITS.fileBytes, unit: 'bytes' });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsxTable(bytes, sheet);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new AppError('import.unknown_format', { reason: 'xls' });
  return readCsvTable(bytes);
}
