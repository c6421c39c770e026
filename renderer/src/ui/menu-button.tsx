import { ActionIcon, Button, Menu } from '@mantine/core';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { MenuDropdown, type MenuItem } from './menu-dropdown.tsx';

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
      <MenuDropdown items={items} heading={heading} />
    </Menu>
  );
}
