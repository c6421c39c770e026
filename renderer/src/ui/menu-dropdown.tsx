import { Menu } from '@mantine/core';
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

/** What opens below a menu's button, whatever the button looks like. */
export function MenuDropdown({ items, heading }: { readonly items: readonly MenuItem[]; readonly heading?: string | undefined }) {
  return (
    <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
      {heading === undefined ? null : <Menu.Label>{heading}</Menu.Label>}
      {items.map((item) => (
        <Menu.Item
          key={item.key}
          disabled={item.disabledReason !== undefined}
          onClick={item.onSelect}
          leftSection={item.icon === undefined ? undefined : <Icon name={item.icon} size={14} />}
          rightSection={item.selected === true ? <Icon name="check" size={12} /> : undefined}
          {...(item.danger === true ? { color: 'var(--blocked)' } : {})}
        >
          {item.label}
          {item.disabledReason === undefined ? null : <div className="muted">{item.disabledReason}</div>}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}
