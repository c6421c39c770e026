import { ActionIcon, Button, Menu } from '@mantine/core';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { MenuItem } from './menu.tsx';

export interface MenuButtonProps {
  /** The words on the button, or its name when only an icon is shown. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly heading?: string;
  /** Shows this icon instead of the words. */
  readonly icon?: IconName;
  /** Out of the tab order where the surrounding thing has its own keys for the same actions. */
  readonly tabIndex?: number;
}

/** A button that opens a short list of actions; the button itself carries the menu's roles. */
export function MenuButton({ label, items, heading, icon, tabIndex }: MenuButtonProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        {icon === undefined ? (
          <Button variant="default" size="xs" rightSection={<Icon name="chevronDown" size={12} />}>{label}</Button>
        ) : (
          <ActionIcon variant="subtle" color="var(--text-muted)" aria-label={label} {...(tabIndex === undefined ? {} : { tabIndex })}><Icon name={icon} size={14} /></ActionIcon>
        )}
      </Menu.Target>
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
    </Menu>
  );
}
