import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldBase, type FieldProps } from './field-props.ts';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectFieldProps<Value extends string> extends FieldProps<Value> {
  readonly choices: readonly Choice<Value>[];
  readonly searchable?: boolean;
}

/** One of a fixed list; always has a value. */
export function SelectField<Value extends string>({ value, onChange, choices, searchable = false, ...base }: SelectFieldProps<Value>) {
  const { t } = useTranslation('ui');
  const choose = (next: string | null): void => {
    const choice = choices.find((one) => one.value === next);
    if (choice !== undefined) onChange(choice.value);
  };
  return <Select {...fieldBase(base)} value={value} onChange={choose} data={[...choices]} searchable={searchable} allowDeselect={false} nothingFoundMessage={t('select.nothing')} />;
}

export interface OptionalSelectFieldProps<Value extends string> extends FieldProps<Value | null> {
  readonly choices: readonly Choice<Value>[];
  readonly searchable?: boolean;
  readonly placeholder?: string;
}

/** One of a list or nothing. */
export function OptionalSelectField<Value extends string>({ value, onChange, choices, searchable = false, placeholder, ...base }: OptionalSelectFieldProps<Value>) {
  const { t } = useTranslation('ui');
  const choose = (next: string | null): void => onChange(choices.find((one) => one.value === next)?.value ?? null);
  return (
    <Select
      {...fieldBase(base)}
      value={value}
      onChange={choose}
      data={[...choices]}
      searchable={searchable}
      clearable
      nothingFoundMessage={t('select.nothing')}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
