import { Popover as MantinePopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

export interface PopoverProps {
  readonly target: ReactElement;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly label: string;
  readonly children: ReactNode;
  readonly width?: number;
}

/** A panel that hangs on a button of the top bar. */
export function Popover({ target, opened, onChange, label, children, width = 380 }: PopoverProps) {
  return (
    <MantinePopover opened={opened} onChange={onChange} position="bottom-end" width={width} trapFocus>
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label} p={0}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
