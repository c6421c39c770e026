import { GIB, KIB, MIB, TIB } from '../../../shared/kernel/quantities.ts';
import { calendarDateSchema } from '../../../shared/kernel/calendar-date.ts';
import type { ImportField } from './import-fields.ts';

export type ImportedValue = string | number | boolean | readonly string[];
export type ValueProblem = 'notANumber' | 'notADate' | 'tooLong' | 'unknownValue' | 'invalid';
export type ReadValue = { readonly value: ImportedValue } | { readonly problem: ValueProblem };

const UNIT_BYTES: Readonly<Record<string, number>> = { k: KIB, m: MIB, g: GIB, t: TIB };
const YES = new Set(['是', '有', 'y', 'yes', 'true', '1', '√', '涉密']);
const NO = new Set(['否', '无', 'n', 'no', 'false', '0', '×', '非涉密', '不涉密']);
const LEVELS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 };

/** Full-width digits and letters to plain ones; thousands separators out. */
const plain = (text: string): string => text.normalize('NFKC').trim();

function readNumber(text: string): number | undefined {
  const match = /^-?\d{1,15}(\.\d{1,9})?$/.exec(text.replace(/,(?=\d{3})/g, ''));
  return match === null ? undefined : Number(match[0]);
}

/** The unit in brackets or at the end of a header: `Memory (In MB)`, `内存(GB)`, `In Use MiB`. */
function headerUnit(header: string): string | undefined {
  return /(?:^|[^a-z])([kmgt])i?b\)?\s*$/i.exec(header.normalize('NFKC').trim())?.[1]?.toLowerCase();
}

function readSize(text: string, header: string): ReadValue {
  const match = /^([\d.,]{1,20})\s*(?:([kmgt])i?b?)?$/i.exec(text);
  const amount = match === null ? undefined : readNumber(match[1] ?? '');
  if (amount === undefined || amount < 0) return { problem: 'notANumber' };
  const unit = match?.[2]?.toLowerCase() ?? headerUnit(header) ?? 'g';
  return { value: Math.round(amount * (UNIT_BYTES[unit] ?? GIB)) };
}

/** 2027-03-01, 2027/3/1, 2027.3.1, 2027年3月1日. */
function readDate(text: string): ReadValue {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text);
  const date = match === null ? '' : `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  const parsed = calendarDateSchema.safeParse(date);
  return parsed.success ? { value: parsed.data } : { problem: 'notADate' };
}

function readWord(text: string, words: Readonly<Record<string, string>>): ReadValue {
  const key = text.toLowerCase();
  const value = Object.hasOwn(words, key) ? words[key] : undefined;
  return value === undefined ? { problem: 'unknownValue' } : { value };
}

function readFlag(text: string): ReadValue {
  const key = text.toLowerCase();
  if (YES.has(key)) return { value: true };
  return NO.has(key) ? { value: false } : { problem: 'unknownValue' };
}

function readLevel(text: string): ReadValue {
  const value = LEVELS[/^第?([一二三四五1-5])级?/.exec(text)?.[1] ?? ''];
  return value === undefined ? { problem: 'unknownValue' } : { value };
}

function readAmount(text: string, whole: boolean): ReadValue {
  const value = readNumber(text);
  if (value === undefined || (whole && !Number.isInteger(value))) return { problem: 'notANumber' };
  return value < 0 || value > 1e9 ? { problem: 'invalid' } : { value };
}

/** One cell as a value of its field; undefined for an empty cell or a dash, which never clears anything. */
export function readValue(cell: string, field: ImportField, header: string): ReadValue | undefined {
  const text = plain(cell);
  if (text === '' || text === '-' || text === '/' || text === '—') return undefined;
  if (text.length > (field.maxLength ?? 200)) return { problem: 'tooLong' };
  if (typeof field.type === 'object') return readWord(text, field.type.words);
  switch (field.type) {
    case 'text': return { value: text };
    case 'count': return readAmount(text, true);
    case 'decimal': return readAmount(text.replace(/(小时|h|hours?)$/i, '').trim(), false);
    case 'size': return readSize(text, header);
    case 'date': return readDate(text);
    case 'flag': return readFlag(text);
    case 'level': return readLevel(text);
    case 'list': return { value: text.split(/[\s,;，；、]+/).filter((entry) => entry !== '') };
  }
}
