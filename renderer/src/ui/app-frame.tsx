import type { ReactNode } from 'react';
import styles from './app-frame.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Tooltip } from './tooltip.tsx';

export interface RailItem {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  /** An address of the hash router, so that a middle click opens a second window. */
  readonly href: string;
  readonly current: boolean;
}

export interface AppFrameProps {
  readonly topBar: ReactNode;
  readonly railLabel: string;
  readonly railItems: readonly RailItem[];
  readonly railFoot: readonly RailItem[];
  readonly narrow: boolean;
  readonly collapseLabel: string;
  readonly onCollapse: () => void;
  readonly skipLabel: string;
  readonly children: ReactNode;
}

/** Top bar, left rail, content. */
export function AppFrame({ topBar, railLabel, railItems, railFoot, narrow, collapseLabel, onCollapse, skipLabel, children }: AppFrameProps) {
  const skip = (): void => document.querySelector<HTMLElement>('main')?.focus();
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skip}>{skipLabel}</button>
      <header className={styles.bar}>{topBar}</header>
      <nav className={`${styles.rail} ${narrow ? styles.narrow : ''}`} aria-label={railLabel}>
        <RailList items={railItems} narrow={narrow} />
        <div className={styles.foot}>
          <RailList items={railFoot} narrow={narrow} />
          <Tooltip text={narrow ? collapseLabel : ''}>
            <button type="button" className={styles.item} aria-expanded={!narrow} onClick={onCollapse}>
              <Icon name={narrow ? 'expand' : 'collapse'} />
              <span className={styles.word}>{collapseLabel}</span>
            </button>
          </Tooltip>
        </div>
      </nav>
      <main className={styles.main} tabIndex={-1}>{children}</main>
    </div>
  );
}

function RailList({ items, narrow }: { readonly items: readonly RailItem[]; readonly narrow: boolean }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key}>
          <Tooltip text={narrow ? item.label : ''}>
            <a href={item.href} className={`${styles.item} ${item.current ? styles.current : ''}`} {...(item.current ? { 'aria-current': 'page' as const } : {})}>
              <Icon name={item.icon} />
              <span className={styles.word}>{item.label}</span>
            </a>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
