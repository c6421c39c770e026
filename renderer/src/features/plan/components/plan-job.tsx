import { useTranslation } from 'react-i18next';
import { useActiveJob, useJob } from '../../../api/jobs.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Row } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';

/** The planning that runs now with its progress, or why the one just started failed. */
export function PlanJob({ startedId }: { readonly startedId: string | undefined }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const active = useActiveJob(['plan']);
  const started = useJob(startedId);
  if (active !== undefined) {
    return (
      <div role="status">
        <Row><span>{t('create.running')}</span><span className="muted">{format.ratio(active.progress.fraction, 0)}</span></Row>
        <ProgressBar label={t('create.running')} parts={[{ kind: 'running', ratio: active.progress.fraction, label: t('create.running') }]} />
      </div>
    );
  }
  return started?.state === 'failed' && started.error !== null ? <ErrorNotice error={started.error} /> : null;
}
