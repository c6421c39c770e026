import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import styles from '../overview.module.css';
import type { Coverage } from '../use-overview.ts';

const STATES = [['scanned', 'done'], ['partial', 'warning'], ['failed', 'blocked'], ['never', 'waiting']] as const satisfies readonly (readonly [keyof Coverage, StatusKind])[];

/** How much of the estate has been read; each count leads to its rows. */
export function CoverageSection({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const ratio = (count: number): number => (coverage.total === 0 ? 0 : count / coverage.total);
  return (
    <Section title={t('coverage.title')}>
      {coverage.total === 0 ? <EmptyState title={t('coverage.empty')} /> : (
        <>
          <ProgressBar label={t('coverage.title')} size={8} parts={STATES.filter(([state]) => state !== 'never').map(([state, kind]) => ({ kind, ratio: ratio(coverage[state]), label: t(`coverage.${state}`) }))} />
          <div className={styles.legend}>
            {STATES.map(([state, kind]) => (
              <div key={state} style={{ display: 'contents' }}>
                <a href={`#/inventory?${new URLSearchParams({ filter: `state:${state}` }).toString()}`}><StatusMark kind={kind} label={t(`coverage.${state}`)} /></a>
                <span className="number">{format.count(coverage[state])} <span className="muted">{format.ratio(ratio(coverage[state]))}</span></span>
              </div>
            ))}
          </div>
        </>
      )}
    </Section>
  );
}
