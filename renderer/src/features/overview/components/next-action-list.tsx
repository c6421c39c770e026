import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { ActionKey, NextAction } from '../lib/next-actions.ts';
import styles from '../overview.module.css';

const ADDRESS: Readonly<Record<ActionKey, string>> = {
  watchScan: '#/scan',
  scan: '#/scan?view=new',
  registerSystems: '#/systems',
  approveKeys: '#/scan?view=keys',
  mendFailed: '#/scan',
  createPlan: '#/plan',
  missedTargets: '#/plan',
  unassigned: '#/plan',
  late: '#/progress',
  export: '#/reports',
};

/** What to do next, each with its reason and its place. */
export function NextActionList({ actions, lastRunId }: { readonly actions: readonly NextAction[]; readonly lastRunId: string | null }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  if (actions.length === 0) return <p className="muted">{t('next.nothing')}</p>;
  return (
    <ol className={styles.actions}>
      {actions.map(({ key, count }) => (
        <li key={key}>
          <a className={styles.action} href={key === 'mendFailed' && lastRunId !== null ? `#/scan?run=${encodeURIComponent(lastRunId)}` : ADDRESS[key]}>
            <span>
              <strong>{t(`next.${key}.title`, { count, number: format.count(count) })}</strong>
              <small>{t(`next.${key}.text`)}</small>
            </span>
            <Icon name="chevronRight" size={12} />
          </a>
        </li>
      ))}
    </ol>
  );
}
