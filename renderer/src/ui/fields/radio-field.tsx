import { Radio, Stack } from '@mantine/core';
import { fieldBase, type FieldProps } from './field-props.ts';

export interface RadioChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What choosing it means. */
  readonly text?: string | undefined;
}

export interface RadioFieldProps<Value extends string> extends FieldProps<Value> {
  readonly choices: readonly RadioChoice<Value>[];
}

/** A choice whose ways need a sentence each. */
export function RadioField<Value extends string>({ value, onChange, choices, ...base }: RadioFieldProps<Value>) {
  const choose = (next: string): void => {
    const choice = choices.find((one) => one.value === next);
    if (choice !== undefined) onChange(choice.value);
  };
  const { disabled, ...shown } = fieldBase(base);
  return (
    <Radio.Group {...shown} value={value} onChange={choose}>
      <Stack gap={8} mt={6}>
        {choices.map((choice) => <Radio key={choice.value} value={choice.value} label={choice.label} description={choice.text} disabled={disabled} />)}
      </Stack>
    </Radio.Group>
  );
}
