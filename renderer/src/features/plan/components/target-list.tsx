import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { PlanView } from '../lib/plan-view.ts';
import { targetFinding, type TargetFinding } from '../lib/target-outcomes.ts';
import styles from './target-list.module.css';

const KIND: Readonly<Record<TargetFinding['kind'], StatusKind>> = { met: 'done', late: 'warning', never: 'blocked' };

/** What the plan makes of each adoption target, in one sentence each. */
export function TargetList({ targets }: { readonly targets: PlanView['plan']['targets'] }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const sentence = (finding: TargetFinding): string => {
    const ratio = format.ratio(finding.ratio);
    if (finding.kind === 'never') return t('target.never', { ratio, date: finding.date, shortfall: format.count(finding.shortfall) });
    if (finding.kind === 'late') return t('target.late', { ratio, date: finding.date, reached: finding.reachedOn, days: format.count(finding.daysLate), shortfall: format.count(finding.shortfall) });
    if (finding.daysEarly === 0) return t('target.metOnDay', { ratio, date: finding.date });
    return t('target.met', { ratio, date: finding.date, reached: finding.reachedOn, days: format.count(finding.daysEarly) });
  };
  return (
    <ul className={styles.list} aria-label={t('target.list')}>
      {targets.map((target) => {
        const finding = targetFinding(target);
        return (
          <li key={`${target.date} ${String(target.ratio)}`}>
            <StatusMark kind={KIND[finding.kind]} label={t(`target.status.${finding.kind}`)} look="soft" /> {sentence(finding)}
          </li>
        );
      })}
    </ul>
  );
}
