import { ActionIcon } from '@mantine/core';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { TargetProps } from './target-props.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends TargetProps {
  readonly icon: IconName;
  /** The name for a screen reader and the tooltip. */
  readonly label: string;
  /** Absent on the button of a menu, which opens it by itself. */
  readonly onClick?: () => void;
  readonly disabledReason?: string | undefined;
  readonly pressed?: boolean;
  /** A shortcut shown in the tooltip. */
  readonly shortcut?: string;
}

export function IconButton({ icon, label, onClick, disabledReason, pressed, shortcut, ...target }: IconButtonProps) {
  const disabled = disabledReason !== undefined;
  const hint = shortcut === undefined ? label : `${label} (${shortcut})`;
  return (
    <Tooltip text={disabled ? `${label}: ${disabledReason}` : hint}>
      <ActionIcon
        {...target}
        variant={pressed === true ? 'light' : 'subtle'}
        color={pressed === true ? 'blue' : 'var(--text-muted)'}
        aria-label={label}
        aria-pressed={pressed}
        {...(disabled ? { 'aria-disabled': true, style: { opacity: 0.45, cursor: 'default' } } : {})}
        onClick={() => {
          if (!disabled) onClick?.();
        }}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
