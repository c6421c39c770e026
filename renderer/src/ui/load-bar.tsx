import styles from './load-bar.module.css';

export interface LoadBarProps {
  /** 1 = full; above it the bar is striped and the word says so. */
  readonly ratio: number;
  /** The figures in words: "Team A: 44 of 40 person-days". */
  readonly label: string;
}

/** How full something with a capacity is. */
export function LoadBar({ ratio, label }: LoadBarProps) {
  const over = ratio > 1.0001;
  return (
    <span className={styles.bar} role="img" aria-label={label} title={label}>
      <span className={`${styles.fill} ${over ? styles.over : ratio > 0.9 ? styles.nearly : ''}`} style={{ width: `${Math.min(100, Math.max(0, ratio * 100))}%` }} />
    </span>
  );
}
