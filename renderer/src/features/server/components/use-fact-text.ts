import { useTranslation } from 'react-i18next';
import type { ServerFieldSpec } from '../../../../../shared/model/server.ts';
import { useFormat } from '../../../ui/use-format.ts';

export type FactText = (spec: Pick<ServerFieldSpec, 'key' | 'type'>, value: string | number | boolean | null | readonly string[]) => string;

/** A fact as text with its unit. */
export function useFactText(): FactText {
  const { t } = useTranslation(['exports']);
  const format = useFormat();
  return (spec, value) => {
    if (value === null || value === '') return '-';
    if (typeof value === 'number') {
      if (spec.type === 'bytes') return format.bytes(value);
      if (spec.type === 'ratio') return format.ratio(value);
      return spec.type === 'seconds' ? format.duration(value) : format.count(value);
    }
    if (spec.key === 'kind' && (value === 'physical' || value === 'virtual' || value === 'container' || value === 'unknown')) return t(`exports:kind.${value}`);
    return typeof value === 'string' && spec.type === 'instant' ? format.instant(value) : String(value);
  };
}
