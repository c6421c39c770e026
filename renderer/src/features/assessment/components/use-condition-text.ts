import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import { CONDITION_TYPES, type Condition, type ConditionField } from '../lib/condition-value.ts';

export interface ConditionText {
  readonly fieldText: (field: string) => string;
  readonly valueText: (field: string, value: Condition['value']) => string;
}

function asField(field: string): ConditionField | undefined {
  return (Object.keys(CONDITION_TYPES) as ConditionField[]).find((one) => one === field);
}

/** Words for the fields and values that strategy rules compare. */
export function useConditionText(): ConditionText {
  const { t } = useTranslation(['assessment', 'exports']);
  const format = useFormat();
  return {
    fieldText: (field) => {
      const known = asField(field);
      return known === undefined ? field : t(`rules.fields.${known}`);
    },
    valueText: (field, value) => {
      if (value === null) return t('why.unknown');
      if (typeof value === 'boolean') return value ? t('why.yes') : t('why.no');
      if (typeof value === 'string') return value;
      if (field === 'cpuP95Ratio' || field === 'physicalShare') return format.ratio(value);
      return field === 'usedStorageBytes' ? format.bytes(value) : format.number(value);
    },
  };
}
