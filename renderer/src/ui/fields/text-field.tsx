import { TextInput } from '@mantine/core';
import { fieldBase, type FieldProps } from './field-props.ts';

export interface TextFieldProps extends FieldProps<string> {
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Enter; not told while an input method is composing. */
  readonly onEnter?: () => void;
  readonly mono?: boolean;
}

export function TextField({ value, onChange, placeholder, maxLength, autoFocus, onEnter, mono = false, ...base }: TextFieldProps) {
  return (
    <TextInput
      {...fieldBase(base)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(autoFocus === true ? { 'data-autofocus': true } : {})}
      {...(mono ? { styles: { input: { fontFamily: 'var(--font-mono)' } } } : {})}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
      }}
    />
  );
}
