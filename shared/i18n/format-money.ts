import type { Language } from './language.ts';
import { numberFormat } from './number-format.ts';

const TEN_THOUSAND = 10_000;
const HUNDRED_MILLION = 100_000_000;

/** Digits after the point of a currency, as ISO 4217 (and Intl) know them: CNY 2, JPY 0. */
export function minorDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as text, never through a rounded sum: 123450 CNY → `¥1,234.50`; zh-CN from 100,000 on `¥12.35万`. */
export function formatMoneyMinor(language: Language, minor: number, currency: string): string {
  const major = minor / 10 ** minorDigits(currency);
  const size = Math.abs(major);
  if (language !== 'zh-CN' || size < 10 * TEN_THOUSAND) {
    return numberFormat(language, { style: 'currency', currency }).format(major);
  }
  const [unit, name] = size >= HUNDRED_MILLION ? [HUNDRED_MILLION, '亿'] : [TEN_THOUSAND, '万'];
  const figure = numberFormat(language, { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(major / unit);
  return `${figure}${name}`;
}
