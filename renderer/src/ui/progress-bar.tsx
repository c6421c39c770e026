import { Progress } from '@mantine/core';
import type { StatusKind } from './status-mark.tsx';

export interface ProgressPart {
  readonly kind: StatusKind;
  /** 0..1 of the whole. */
  readonly ratio: number;
  readonly label: string;
}

export interface ProgressBarProps {
  readonly label: string;
  /** One bar, or several parts after each other. */
  readonly parts: readonly ProgressPart[];
  readonly size?: number;
}

export function ProgressBar({ label, parts, size = 6 }: ProgressBarProps) {
  return (
    <Progress.Root size={size} radius={2} transitionDuration={0} aria-label={label} bg="var(--waiting-soft)">
      {parts.map((part) => (
        <Progress.Section key={part.label} value={part.ratio * 100} color={`var(--${part.kind})`} aria-label={part.label} />
      ))}
    </Progress.Root>
  );
}
