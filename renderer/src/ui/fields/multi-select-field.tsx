import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldBase, type FieldProps } from './field-props.ts';
import type { Choice } from './select-field.tsx';

export interface MultiSelectFieldProps<Value extends string> extends FieldProps<readonly Value[]> {
  readonly choices: readonly Choice<Value>[];
  readonly placeholder?: string;
}

export function MultiSelectField<Value extends string>({ value, onChange, choices, placeholder, ...base }: MultiSelectFieldProps<Value>) {
  const { t } = useTranslation('ui');
  const choose = (next: readonly string[]): void => onChange(choices.filter((choice) => next.includes(choice.value)).map((choice) => choice.value));
  return <MultiSelect {...fieldBase(base)} value={[...value]} onChange={choose} data={[...choices]} searchable clearable nothingFoundMessage={t('select.nothing')} {...(placeholder === undefined || value.length > 0 ? {} : { placeholder })} />;
}
