import { useMemo } from 'react';
import { formatBytes, formatClock, formatCount, formatDayInProse, formatDuration, formatInstant, formatMoney, formatNumber, formatRatio } from '../../../shared/i18n/format.ts';
import { useLanguage } from './use-language.ts';

/** The formatters of shared/i18n bound to the language on the screen. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      bytes: (bytes: number | null | undefined) => formatBytes(language, bytes),
      count: (count: number | null | undefined) => formatCount(language, count),
      number: (value: number | null | undefined, decimals?: number) => formatNumber(language, value, decimals),
      ratio: (ratio: number | null | undefined, decimals?: number) => formatRatio(language, ratio, decimals),
      money: (minor: number | null | undefined, currency: string) => formatMoney(language, minor, currency),
      duration: (seconds: number | null | undefined) => formatDuration(language, seconds),
      day: (date: string | null | undefined) => formatDayInProse(language, date),
      instant: (instant: string | null | undefined) => formatInstant(instant),
      clock: (instant: string | null | undefined) => formatClock(instant),
    }),
    [language],
  );
}
