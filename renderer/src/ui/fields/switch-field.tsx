import { Switch } from '@mantine/core';

export interface SwitchFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
}

/** Takes effect at once. */
export function SwitchField({ label, hint, value, onChange, disabled = false }: SwitchFieldProps) {
  return <Switch label={label} description={hint} checked={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
