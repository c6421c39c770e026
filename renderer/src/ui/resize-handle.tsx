import { useRef } from 'react';

export interface ResizeHandleProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** 1: wider to the right; -1: wider to the left. */
  readonly direction: 1 | -1;
  readonly onResize: (width: number) => void;
}

const KEY_STEP = 16;

/** A vertical edge that is dragged or moved with the arrow keys. */
export function ResizeHandle({ label, className, width, min, max, direction, onResize }: ResizeHandleProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const clamp = (next: number): number => Math.round(Math.min(max, Math.max(min, next)));
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={className}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onResize(clamp(start.current.width + direction * (event.clientX - start.current.x)));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? KEY_STEP : event.key === 'ArrowLeft' ? -KEY_STEP : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onResize(clamp(width + direction * step));
      }}
    />
  );
}
