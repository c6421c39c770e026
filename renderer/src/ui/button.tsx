import { Button as MantineButton, type ButtonProps as MantineButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { TargetProps } from './target-props.ts';
import { Tooltip } from './tooltip.tsx';

export interface ButtonProps extends TargetProps {
  readonly children: ReactNode;
  /** The name for those who cannot see what stands around the button; begins or ends with its words. */
  readonly label?: string | undefined;
  /** Absent on the button of a menu, which opens it by itself. */
  readonly onClick?: () => void;
  /** primary: the one next action of a screen; danger: cannot be undone. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Why the button cannot be used now; disables it and says so. */
  readonly disabledReason?: string | undefined;
  readonly loading?: boolean;
  readonly type?: 'button' | 'submit';
  readonly size?: 'small' | 'normal';
  readonly autoFocus?: boolean;
}

const LOOK = {
  primary: { variant: 'filled', color: 'var(--accent)' },
  secondary: { variant: 'default' },
  quiet: { variant: 'subtle', c: 'var(--accent)' },
  danger: { variant: 'filled', color: 'var(--blocked)' },
} as const satisfies Record<string, MantineButtonProps>;

export function Button({ children, onClick, variant = 'secondary', icon, disabledReason, loading = false, type = 'button', size = 'normal', autoFocus = false, label, ...target }: ButtonProps) {
  const disabled = disabledReason !== undefined;
  return (
    <Tooltip text={disabledReason ?? ''}>
      <MantineButton
        {...target}
        {...LOOK[variant]}
        type={type}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(LOOK[variant].variant === 'filled' && !disabled ? { c: 'var(--text-on-accent)' } : {})}
        size={size === 'small' ? 'compact-xs' : 'xs'}
        leftSection={icon === undefined ? undefined : <Icon name={icon} size={14} />}
        loading={loading}
        {...(disabled ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        {...(autoFocus ? { 'data-autofocus': true } : {})}
        onClick={(event) => {
          if (disabled) event.preventDefault();
          else onClick?.();
        }}
      >
        {children}
      </MantineButton>
    </Tooltip>
  );
}
