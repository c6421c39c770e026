import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Row } from '../../../ui/stack.tsx';
import { CONDITION_TYPES, operatorsFor, parseConditionValue, withField, type Condition, type ConditionField } from '../lib/condition-value.ts';

export interface ConditionLineProps {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

const FIELDS = Object.keys(CONDITION_TYPES) as ConditionField[];

/** One test of a rule: field, comparison, value. */
export function ConditionLine({ condition, onChange, onRemove }: ConditionLineProps) {
  const { t } = useTranslation('assessment');
  const [typed, setTyped] = useState(condition.value === null ? '' : String(condition.value));
  const type = CONDITION_TYPES[condition.field];
  const changeField = (field: ConditionField): void => {
    const next = withField(condition, field);
    setTyped(next.value === null ? '' : String(next.value));
    onChange(next);
  };
  const changeText = (text: string): void => {
    setTyped(text);
    onChange({ ...condition, value: parseConditionValue(condition.field, text) ?? null });
  };
  return (
    <Row gap={2} align="flex-end">
      <SelectField label={t('rules.field')} value={condition.field} width={190} onChange={changeField} choices={FIELDS.map((field) => ({ value: field, label: t(`rules.fields.${field}`) }))} />
      <SelectField label={t('rules.operator')} value={condition.operator} width={120} onChange={(operator) => onChange({ ...condition, operator, value: operator === 'unknown' ? null : condition.value })} choices={operatorsFor(condition.field).map((operator) => ({ value: operator, label: t(`rules.operators.${operator}`) }))} />
      {condition.operator === 'unknown' ? null
        : type === 'flag' ? <SelectField label={t('rules.value')} value={condition.value === false ? 'no' : 'yes'} width={120} onChange={(value) => onChange({ ...condition, value: value === 'yes' })} choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`why.${value}`) }))} />
        : <TextField label={t('rules.value')} value={typed} width={160} onChange={changeText} />}
      <IconButton icon="trash" label={t('rules.removeCondition', { field: t(`rules.fields.${condition.field}`) })} onClick={onRemove} />
    </Row>
  );
}
