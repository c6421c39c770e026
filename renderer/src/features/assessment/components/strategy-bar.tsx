import { useTranslation } from 'react-i18next';
import type { Strategy } from '../../../../../shared/model/strategy.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { strategyShares } from '../lib/strategy-shares.ts';
import styles from './strategy-bar.module.css';

export interface StrategyBarProps {
  readonly byStrategy: Readonly<Record<string, number>>;
  readonly chosen: readonly Strategy[];
  readonly onChoose: (strategies: readonly Strategy[]) => void;
}

/** Systems by strategy; a strategy is a switch that filters the list. */
export function StrategyBar({ byStrategy, chosen, onChoose }: StrategyBarProps) {
  const { t } = useTranslation(['assessment', 'exports']);
  const format = useFormat();
  const toggle = (strategy: Strategy): void => onChoose(chosen.includes(strategy) ? chosen.filter((one) => one !== strategy) : [...chosen, strategy]);
  return (
    <div className={styles.bar} role="group" aria-label={t('shares')}>
      {strategyShares(byStrategy).map(({ strategy, count, ratio }, index) => (
        <button key={strategy} type="button" className={styles.item} aria-pressed={chosen.includes(strategy)} title={t(`strategyHelp.${strategy}`)} onClick={() => toggle(strategy)}>
          <span className={styles.name}>{t(`exports:strategy.${strategy}`)}</span>
          <span className={styles.count}>{format.count(count)}</span>
          <span className="muted">{format.ratio(ratio, 0)}</span>
          <span className={styles.track} aria-hidden="true"><span className={styles.fill} style={{ width: `${String(ratio * 100)}%`, background: `var(--series-${String(index + 1)})` }} /></span>
        </button>
      ))}
    </div>
  );
}
