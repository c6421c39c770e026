import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/kernel/app-error.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** A workbook of 200,000 rows stays well below; a bomb does not. */
const LIMITS = { entries: 2000, inflatedBytes: 256 * 1024 ** 2, entryBytes: 192 * 1024 ** 2 } as const;
/** A document type can only stand in the prolog. */
const PROLOG_BYTES = 2048;

const unsafe = (reason: string, entry: string): AppError => new AppError('import.archive_unsafe', { reason, entry: entry.slice(0, 120) });

function directoryOf(view: DataView): { offset: number; count: number } {
  // The end record is 22 bytes plus a comment of at most 65,535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) };
  }
  throw new AppError('import.unknown_format', { reason: 'zip' });
}

function checkName(name: string, seen: Set<string>): void {
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\\') || name.split('/').includes('..') || name.includes('\0')) throw unsafe('path', name);
  const key = name.toLowerCase();
  if (seen.has(key)) throw unsafe('duplicate', name);
  seen.add(key);
}

function inflated(bytes: Uint8Array, view: DataView, entry: { name: string; method: number; compressedBytes: number; at: number }, budgetBytes: number): Uint8Array {
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== LOCAL_HEADER) throw unsafe('header', entry.name);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const data = bytes.subarray(from, from + entry.compressedBytes);
  if (entry.method === STORED) return data;
  if (entry.method !== DEFLATED) throw unsafe('method', entry.name);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.min(LIMITS.entryBytes, budgetBytes) });
  } catch (error) {
    if (error instanceof RangeError) throw unsafe('size', entry.name);
    throw unsafe('damaged', entry.name);
  }
}

/**
 * Looks through a zip before any library does: names that leave the archive, duplicates, too many entries, more bytes than
 * a register can need (measured by inflating, whatever the directory claims) and XML with a document type are refused
 * with `import.archive_unsafe` {reason, entry}. Raises `import.unknown_format` when it is no zip.
 */
export function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 22) throw new AppError('import.unknown_format', { reason: 'zip' });
  const { offset, count } = directoryOf(view);
  if (count > LIMITS.entries) throw unsafe('entries', String(count));
  const seen = new Set<string>();
  let at = offset;
  let budgetBytes: number = LIMITS.inflatedBytes;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new AppError('import.unknown_format', { reason: 'zip' });
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    checkName(name, seen);
    const content = inflated(bytes, view, { name, method: view.getUint16(at + 10, true), compressedBytes: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) }, budgetBytes);
    budgetBytes -= content.byteLength;
    if (budgetBytes <= 0) throw unsafe('size', name);
    if (/\.(xml|rels|vml)$/i.test(name) && /<!doctype/i.test(new TextDecoder().decode(content.subarray(0, PROLOG_BYTES)))) throw unsafe('doctype', name);
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
