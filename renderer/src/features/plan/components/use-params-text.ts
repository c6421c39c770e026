import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import { describedParams } from '../lib/described-params.ts';

/** Parameters whose values are words of the engine, not names of the register. */
const FIXED_WORDS = new Set(['proof', 'bottleneckKind', 'blockedBy', 'problem', 'where']);

/** "team Alpha · used person-days 44": the figures behind a reason or a violation. */
export function useParamsText(names: ReadonlyMap<string, string>): (params: Readonly<Record<string, string | number>>) => string {
  const { t, i18n } = useTranslation('plan');
  const format = useFormat();
  return useCallback(
    (params) =>
      describedParams(params, names)
        .map(({ key, kind, value }) => {
          const word = (text: string): string => (FIXED_WORDS.has(key) && i18n.exists(`plan:paramValue.${text}`) ? t(`paramValue.${text}` as 'paramValue.plan') : text);
          const text = typeof value === 'string' ? word(value) : kind === 'bytes' ? format.bytes(value) : kind === 'ratio' ? format.ratio(value) : format.number(value);
          // Keys come from the engine; one that has no word yet is shown as it is.
          const label = i18n.exists(`plan:param.${key}`) ? t(`param.${key}` as 'param.systems') : key;
          return `${label} ${text}`;
        })
        .join(' · '),
    [t, i18n, format, names],
  );
}
