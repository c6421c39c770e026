import type { ReactNode } from 'react';
import styles from './definition-list.module.css';

export interface DefinitionItem {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values under each other, as on a data sheet. */
export function DefinitionList({ items }: { readonly items: readonly DefinitionItem[] }) {
  return (
    <dl className={styles.list}>
      {items.map((item) => (
        <div key={item.key} style={{ display: 'contents' }}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
