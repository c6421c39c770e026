import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
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
  const input = useRef<HTMLInputElement>(null);
  // A dialog's focus trap goes by the attribute; in the middle of a screen nobody else does it.
  useEffect(() => {
    if (autoFocus === true && input.current?.closest('[role="dialog"]') === null) input.current.focus();
  }, [autoFocus]);
  return (
    <TextInput
      ref={input}
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
