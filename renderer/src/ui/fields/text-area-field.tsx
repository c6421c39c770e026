import { Textarea } from '@mantine/core';
import { fieldBase, type FieldProps } from './field-props.ts';

export interface TextAreaFieldProps extends FieldProps<string> {
  readonly placeholder?: string;
  readonly rows?: number;
  readonly mono?: boolean;
  readonly maxLength?: number;
}

export function TextAreaField({ value, onChange, placeholder, rows = 4, mono = false, maxLength, ...base }: TextAreaFieldProps) {
  return (
    <Textarea
      {...fieldBase(base)}
      value={value}
      rows={rows}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(mono ? { styles: { input: { fontFamily: 'var(--font-mono)' } } } : {})}
    />
  );
}
