import { Checkbox } from '@mantine/core';

export interface CheckboxFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
  /** Some, but not all, of what stands below. */
  readonly indeterminate?: boolean;
}

export function CheckboxField({ label, hint, value, onChange, disabled = false, indeterminate = false }: CheckboxFieldProps) {
  return <Checkbox label={label} description={hint} checked={value} indeterminate={indeterminate} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
