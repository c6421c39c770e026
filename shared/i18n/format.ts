import type { Language } from './language.ts';
import { formatMoneyMinor } from './format-money.ts';
import { numberFormat } from './number-format.ts';

/** What stands for a value that is not known; the reason belongs into a tooltip. */
export const UNKNOWN = '-';

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** 68719476736 → `64 GiB`; binary units, at most one decimal. */
export function formatBytes(language: Language, bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return UNKNOWN;
  const step = bytes < 1024 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${number(language, value, value >= 100 || step === 0 ? 0 : 1)} ${BYTE_UNITS[step]}`;
}

/** 4717 → `4,717`. */
export function formatCount(language: Language, count: number | null | undefined): string {
  return count === null || count === undefined ? UNKNOWN : number(language, count, 0);
}

/** A plain number with at most `decimals` places. */
export function formatNumber(language: Language, value: number | null | undefined, decimals = 1): string {
  return value === null || value === undefined ? UNKNOWN : number(language, value, decimals);
}

/** 0.214 → `21.4%`. */
export function formatRatio(language: Language, ratio: number | null | undefined, decimals = 1): string {
  if (ratio === null || ratio === undefined) return UNKNOWN;
  return numberFormat(language, { style: 'percent', maximumFractionDigits: decimals }).format(ratio);
}

/** Money in minor units with its currency; zh-CN uses 万 and 亿 from 100,000 on, where a table has no room for digits. */
export function formatMoney(language: Language, minor: number | null | undefined, currency: string): string {
  return minor === null || minor === undefined ? UNKNOWN : formatMoneyMinor(language, minor, currency);
}

/** 93784 s → `1 d 2 h`; two largest units, so the reader sees the size and not the noise. */
export function formatDuration(language: Language, seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return UNKNOWN;
  const zh = language === 'zh-CN';
  const units: readonly (readonly [number, string])[] = [[86_400, zh ? '天' : 'd'], [3600, zh ? '小时' : 'h'], [60, zh ? '分' : 'min'], [1, zh ? '秒' : 's']];
  const whole = Math.round(seconds);
  const first = units.findIndex(([size]) => whole >= size);
  if (first < 0) return `0 ${units[3]?.[1] ?? ''}`;
  let rest = whole;
  const parts: string[] = [];
  for (const [size, name] of units.slice(first, first + 2)) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(`${number(language, amount, 0)} ${name}`);
  }
  return parts.join(' ');
}

/** An instant as `2026-11-23 14:02` in `timeZone` (default: that of the machine), the form of every table. */
export function formatInstant(instant: string | null | undefined, timeZone?: string): string {
  return instant === null || instant === undefined ? UNKNOWN : parts(instant, timeZone).replace(',', '');
}

/** The clock part only, `14:02`. */
export function formatClock(instant: string | null | undefined, timeZone?: string): string {
  return instant === null || instant === undefined ? UNKNOWN : parts(instant, timeZone).slice(-5);
}

/** A day in prose: `23 November 2026`, `2026年11月23日`. */
export function formatDayInProse(language: Language, date: string | null | undefined): string {
  if (date === null || date === undefined) return UNKNOWN;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

function parts(instant: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(new Date(instant));
}

function number(language: Language, value: number, decimals: number): string {
  return numberFormat(language, { maximumFractionDigits: decimals }).format(value);
}
