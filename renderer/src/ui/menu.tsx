import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly onSelect: () => void;
  /** Why it cannot be chosen now; shown under the word. */
  readonly disabledReason?: string | undefined;
  readonly danger?: boolean;
  readonly selected?: boolean;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly items: readonly MenuItem[];
  readonly heading?: string;
}

/** A short list of actions on one thing; long choices use a select field. */
export function Menu({ children, items, heading }: MenuProps) {
  return (
    <MantineMenu position="bottom-end">
      <MantineMenu.Target>{children}</MantineMenu.Target>
      <MantineMenu.Dropdown mah={420} style={{ overflow: 'auto' }}>
        {heading === undefined ? null : <MantineMenu.Label>{heading}</MantineMenu.Label>}
        {items.map((item) => (
          <MantineMenu.Item
            key={item.key}
            disabled={item.disabledReason !== undefined}
            onClick={item.onSelect}
            leftSection={item.icon === undefined ? undefined : <Icon name={item.icon} size={14} />}
            rightSection={item.selected === true ? <Icon name="check" size={12} /> : undefined}
            {...(item.danger === true ? { color: 'var(--blocked)' } : {})}
          >
            {item.label}
            {item.disabledReason === undefined ? null : <div className="muted">{item.disabledReason}</div>}
          </MantineMenu.Item>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
