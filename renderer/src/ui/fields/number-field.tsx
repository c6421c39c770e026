import { NumberInput } from '@mantine/core';
import { fieldBase, type FieldProps } from './field-props.ts';

export interface NumberFieldProps extends FieldProps<number | null> {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Places after the point; 0 = whole numbers. */
  readonly decimals?: number;
  /** The unit behind the number. */
  readonly unit?: string;
}

/** null = empty. The value stays within min and max when the field is left. */
export function NumberField({ value, onChange, min, max, step, decimals = 0, unit, ...base }: NumberFieldProps) {
  return (
    <NumberInput
      {...fieldBase(base)}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      {...(step === undefined ? {} : { step })}
      {...(unit === undefined ? {} : { suffix: ` ${unit}` })}
      decimalScale={decimals}
      thousandSeparator=","
    />
  );
}
