import type { ReactNode } from 'react';
import { InfoMark } from './info-mark.tsx';
import styles from './metric.module.css';

export interface MetricProps {
  readonly label: string;
  /** Already formatted, with its unit. */
  readonly value: string;
  /** One line under the figure: the comparison, the sample count. */
  readonly detail?: ReactNode;
  readonly definition?: string | undefined;
  readonly formula?: string | undefined;
  readonly source?: string | undefined;
}

/** One figure with its name, its comparison and its (i). No card, no icon. */
export function Metric({ label, value, detail, definition, formula, source }: MetricProps) {
  return (
    <div className={styles.metric}>
      <span className={styles.label}>
        {label}
        {definition === undefined ? null : <InfoMark subject={label} definition={definition} formula={formula} source={source} />}
      </span>
      <span className={styles.value}>{value}</span>
      {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
    </div>
  );
}
