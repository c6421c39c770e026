import type { ReactNode } from 'react';
import styles from './state.module.css';

export interface EmptyStateProps {
  /** What is not there. */
  readonly title: string;
  /** Why, and what brings it. */
  readonly text?: string | undefined;
  /** The one next action (a second, quiet one at most). */
  readonly action?: ReactNode;
}

export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {text === undefined ? null : <p className="muted">{text}</p>}
      {action === undefined ? null : <div className={styles.actions}>{action}</div>}
    </div>
  );
}
