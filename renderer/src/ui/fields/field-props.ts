/** What every field has. */
export interface FieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** One line under the label: what is meant, in which unit. */
  readonly hint?: string | undefined;
  /** What is wrong with the value; shown with the field. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** px; without it the field takes the width of its place. */
  readonly width?: number;
}

/** Mantine's props for the common part. */
export function fieldBase<Value>({ label, hint, error, required = false, disabled = false, width }: Omit<FieldProps<Value>, 'onChange' | 'value'>) {
  return { label, description: hint, error, withAsterisk: required, required, disabled, ...(width === undefined ? {} : { w: width }) };
}
