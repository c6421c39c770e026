import type { ReactNode } from 'react';
import styles from './status-mark.module.css';

export type StatusKind = 'done' | 'running' | 'waiting' | 'warning' | 'blocked' | 'excluded';

/** A shape for each kind, so that colour is never the only sign. */
const SHAPES: Readonly<Record<StatusKind, ReactNode>> = {
  done: <path d="M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zm2.9 4L5.4 8.3 3.2 6.1l.8-.8 1.3 1.3 2.8-2.9z" fill="currentColor" />,
  running: <path d="M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zm0 1.3v8.4A4.2 4.2 0 0 1 6 1.8z" fill="currentColor" />,
  waiting: <circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  warning: <path d="M6 .6L.4 10.9h11.2zM5.3 4.3h1.4v3.4H5.3zm0 4.3h1.4v1.3H5.3z" fill="currentColor" fillRule="evenodd" />,
  blocked: <path d="M1 1h10v10H1zm2.6 3.5L5.1 6 3.6 7.5l.9.9L6 6.9l1.5 1.5.9-.9L6.9 6l1.5-1.5-.9-.9L6 5.1 4.5 3.6z" fill="currentColor" fillRule="evenodd" />,
  excluded: <path d="M6 1.25a4.75 4.75 0 1 0 0 9.5 4.75 4.75 0 0 0 0-9.5zM2.7 9.3l6.6-6.6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

export interface StatusMarkProps {
  readonly kind: StatusKind;
  /** The word; always present. */
  readonly label: string;
  /** soft: on a tinted ground, for a state that is the subject of the line. */
  readonly look?: 'plain' | 'soft';
}

/** State by shape, word and colour. */
export function StatusMark({ kind, label, look = 'plain' }: StatusMarkProps) {
  return (
    <span className={`${styles.mark} ${styles[kind]} ${look === 'soft' ? styles.soft : ''}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">{SHAPES[kind]}</svg>
      {label}
    </span>
  );
}
