import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement } from 'react';
import { MenuDropdown, type MenuItem } from './menu-dropdown.tsx';

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
      <MenuDropdown items={items} heading={heading} />
    </MantineMenu>
  );
}
