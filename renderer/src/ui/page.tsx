import type { ReactNode } from 'react';
import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** The count and what it counts: "182 of 1,204 servers". */
  readonly scope?: string | undefined;
  /** Buttons at the right of the title line. */
  readonly toolbar?: ReactNode;
  /** Filter bar, tabs or a notice under the title line. */
  readonly bar?: ReactNode;
  /** An `Inspector` at the right. */
  readonly inspector?: ReactNode;
  /** scroll: text and forms, padded; fill: one table or board that scrolls by itself. */
  readonly layout?: 'scroll' | 'fill';
  readonly children: ReactNode;
}

/** One screen: title line, bar, content, inspector. */
export function Page({ title, scope, toolbar, bar, inspector, layout = 'scroll', children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h1>{title}</h1>
          {scope === undefined ? null : <span className={styles.scope} role="status">{scope}</span>}
        </div>
        {toolbar === undefined ? null : <div className={`${styles.toolbar} no-print`}>{toolbar}</div>}
      </header>
      {bar === undefined ? null : <div className={styles.bar}>{bar}</div>}
      <div className={styles.body}>
        <div className={layout === 'fill' ? styles.fill : styles.scroll}>{children}</div>
        {inspector}
      </div>
    </div>
  );
}
