import { SegmentedControl } from '@mantine/core';
import type { Choice } from './select-field.tsx';

export interface SegmentedFieldProps<Value extends string> {
  /** For screen readers; the words of the choices stand for themselves. */
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
}

/** Two to five short choices side by side. */
export function SegmentedField<Value extends string>({ label, value, onChange, choices }: SegmentedFieldProps<Value>) {
  const choose = (next: string): void => {
    const choice = choices.find((one) => one.value === next);
    if (choice !== undefined) onChange(choice.value);
  };
  return <SegmentedControl aria-label={label} value={value} onChange={choose} data={[...choices]} />;
}
