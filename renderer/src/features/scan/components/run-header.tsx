import { useTranslation } from 'react-i18next';
import type { ScanRun } from '../../../../../shared/model/scan.ts';
import { useActiveJob } from '../../../api/jobs.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { RUN_MARK } from '../lib/run-mark.ts';
import { retryable, runParts } from '../lib/run-parts.ts';
import type { RetryWish } from './retry-dialog.tsx';
import { RunSteering } from './run-steering.tsx';
import styles from './run-view.module.css';

export interface RunHeaderProps {
  readonly run: ScanRun;
  readonly onBack: () => void;
  readonly onRetry: (wish: RetryWish) => void;
}

/** State, counts bar, rate and honest end of a run, with its controls. */
export function RunHeader({ run, onBack, onRetry }: RunHeaderProps) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const parts = runParts(run.counts);
  const open = run.counts.queued + run.counts.running;
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <IconButton icon="chevronLeft" label={t('runs.title')} onClick={onBack} />
        <h2>{t('run.title', { kind: t(`kind.${run.kind}`), at: format.instant(run.startedAt) })}</h2>
        <StatusMark kind={RUN_MARK[run.state]} label={t(`runState.${run.state}`)} look="soft" />
        <RunPace run={run} />
        <span className={styles.spring} />
        <RunControls run={run} />
        {run.kind === 'ssh' && open > 0 && run.state !== 'running' && run.state !== 'paused' ? <Button variant="primary" icon="play" onClick={() => onRetry({ kind: 'continue' })}>{t('run.continue', { count: open, number: format.count(open) })}</Button> : null}
        {run.kind === 'ssh' && open === 0 && retryable(run.counts) > 0 ? <Button icon="refresh" onClick={() => onRetry({ kind: 'failed' })}>{t('run.retryFailed', { count: retryable(run.counts), number: format.count(retryable(run.counts)) })}</Button> : null}
      </div>
      <ProgressBar label={t('run.counts')} size={8} parts={parts.filter((part) => part.state !== 'queued').map((part) => ({ kind: part.kind, ratio: part.ratio, label: t(`count.${part.state}`) }))} />
      <div className={styles.counts}>
        {parts.map((part) => <StatusMark key={part.state} kind={part.kind} label={t('run.count', { state: t(`count.${part.state}`), count: part.count, number: format.count(part.count) })} />)}
        <span className="muted">{t('run.total', { count: run.counts.total, number: format.count(run.counts.total) })}</span>
        <RunSteering run={run} />
      </div>
    </div>
  );
}

/** Rate and range for the end, from the live job. */
function RunPace({ run }: { readonly run: ScanRun }) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const job = useActiveJob(['scan', 'sample-scan', 'local-scan']);
  if (job === undefined || run.state !== 'running') return null;
  const { ratePerSecond, etaSeconds } = job.progress;
  return (
    <span className="muted">
      {ratePerSecond === null ? null : t('run.rate', { rate: format.number(ratePerSecond) })}{' '}
      {etaSeconds === null ? null : t('run.eta', { low: format.duration(etaSeconds.low), high: format.duration(etaSeconds.high) })}
    </span>
  );
}

function RunControls({ run }: { readonly run: ScanRun }) {
  const { t } = useTranslation('scan');
  const job = useActiveJob(['scan', 'sample-scan', 'local-scan']);
  const pause = useCommand('job.pause');
  const resume = useCommand('job.resume');
  const cancel = useCommand('job.cancel');
  if (job === undefined || (run.state !== 'running' && run.state !== 'paused')) return null;
  return (
    <>
      {job.pausable && job.state === 'running' ? <Button icon="pause" loading={pause.isPending} onClick={() => pause.mutate({ jobId: job.id })}>{t('run.pause')}</Button> : null}
      {job.state === 'paused' ? <Button icon="play" variant="primary" loading={resume.isPending} onClick={() => resume.mutate({ jobId: job.id })}>{t('run.resume')}</Button> : null}
      <Button icon="stop" loading={cancel.isPending} onClick={() => cancel.mutate({ jobId: job.id })}>{t('run.cancel')}</Button>
    </>
  );
}
