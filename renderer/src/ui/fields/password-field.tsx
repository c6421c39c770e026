import { PasswordInput } from '@mantine/core';
import { fieldBase, type FieldProps } from './field-props.ts';

/** A secret: never filled in by the browser, never kept by it. */
export function PasswordField({ value, onChange, ...base }: FieldProps<string>) {
  return <PasswordInput {...fieldBase(base)} value={value} onChange={(event) => onChange(event.currentTarget.value)} autoComplete="off" spellCheck={false} />;
}
