import { Tabs as MantineTabs } from '@mantine/core';
import type { ReactNode } from 'react';

export interface TabItem<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** A count beside the word. */
  readonly count?: string | undefined;
}

export interface TabsProps<Key extends string> {
  readonly items: readonly TabItem<Key>[];
  readonly value: Key;
  readonly onChange: (key: Key) => void;
  readonly label: string;
  /** The panel of the chosen tab. */
  readonly children?: ReactNode;
}

export function Tabs<Key extends string>({ items, value, onChange, label, children }: TabsProps<Key>) {
  const choose = (key: string | null): void => {
    const item = items.find((one) => one.key === key);
    if (item !== undefined) onChange(item.key);
  };
  return (
    <MantineTabs value={value} onChange={choose} keepMounted={false}>
      <MantineTabs.List aria-label={label}>
        {items.map((item) => (
          <MantineTabs.Tab key={item.key} value={item.key} rightSection={item.count === undefined ? undefined : <span className="muted">{item.count}</span>}>{item.label}</MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {items.map((item) => (
        <MantineTabs.Panel key={item.key} value={item.key}>{item.key === value ? children : null}</MantineTabs.Panel>
      ))}
    </MantineTabs>
  );
}
