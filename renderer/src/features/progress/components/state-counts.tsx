import { useTranslation } from 'react-i18next';
import { TRACKING_STATES, type Progress, type TrackingState } from '../../../../../shared/model/tracking.ts';
import { Section } from '../../../ui/section.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { StateMark } from './state-mark.tsx';
import styles from './state-counts.module.css';

/** How many systems stand at each step; a number leads to its rows. */
export function StateCounts({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('progress');
  const format = useFormat();
  return (
    <Section title={t('byState')}>
      <ul className={styles.list}>
        {TRACKING_STATES.map((state: TrackingState) => (
          <li key={state}>
            <StateMark state={state} /> <TextLink to="/progress" search={{ tab: 'systems', states: state }}>{format.count(progress.byState[state])}</TextLink>
          </li>
        ))}
        <li><StateMark state={null} /> <span className="number">{format.count(progress.untracked)}</span></li>
      </ul>
    </Section>
  );
}
