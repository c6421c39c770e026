import { Slider } from '@mantine/core';
import { useState } from 'react';
import styles from './slider-field.module.css';

export interface SliderFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Once the thumb is let go, or with each key. */
  readonly onCommit: (value: number) => void;
  /** The value as a person reads it, with its unit. */
  readonly text: (value: number) => string;
}

/** A number on a scale, told beside it; takes effect when let go. */
export function SliderField({ label, value, min, max, step = 1, onCommit, text }: SliderFieldProps) {
  const [moving, setMoving] = useState<number>();
  const [told, setTold] = useState(value);
  // A value that comes from elsewhere ends what was chosen here.
  if (told !== value) {
    setTold(value);
    setMoving(undefined);
  }
  const shown = moving ?? value;
  return (
    <div className={styles.field}>
      <span className="muted">{label}</span>
      <Slider className={styles.slider ?? ''} size={4} thumbSize={14} label={null} thumbLabel={label} value={shown} min={min} max={max} step={step} onChange={setMoving} onChangeEnd={onCommit} thumbProps={{ 'aria-valuetext': text(shown) }} />
      <span className={styles.value}>{text(shown)}</span>
    </div>
  );
}
