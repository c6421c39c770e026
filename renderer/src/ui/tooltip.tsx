import { Tooltip as MantineTooltip } from '@mantine/core';
import type { ReactElement } from 'react';

export interface TooltipProps {
  readonly text: string;
  /** One focusable element. */
  readonly children: ReactElement;
}

/** A short explanation on hover and on focus; never the only place of a needed word. */
export function Tooltip({ text, children }: TooltipProps) {
  return <MantineTooltip label={text} disabled={text === ''}>{children}</MantineTooltip>;
}
