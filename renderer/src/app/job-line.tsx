import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../../shared/i18n/describe-error.ts';
import type { Job, JobState } from '../../../shared/model/job.ts';
import { hasEnded } from '../api/job-store.ts';
import { useCommand } from '../api/use-command.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Row } from '../ui/stack.tsx';
import { StatusMark, type StatusKind } from '../ui/status-mark.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useLanguage } from '../ui/use-language.ts';
import styles from './top-bar.module.css';

const MARK: Readonly<Record<JobState, StatusKind>> = { queued: 'waiting', running: 'running', paused: 'waiting', succeeded: 'done', failed: 'blocked', cancelled: 'excluded', interrupted: 'warning' };

/** One job: what, how far, until when; pause, resume, cancel. */
export function JobLine({ job }: { readonly job: Job }) {
  const { t } = useTranslation(['app', 'jobs']);
  const language = useLanguage();
  return (
    <div className={styles.job}>
      <Row justify="space-between">
        <strong>{t(`jobs:kind.${job.kind}`)}</strong>
        <Row gap={1}>
          <StatusMark kind={MARK[job.state]} label={t(`jobs:state.${job.state}`)} />
          <JobControls job={job} />
        </Row>
      </Row>
      {hasEnded(job) ? null : <ProgressBar label={t(`jobs:kind.${job.kind}`)} parts={[{ kind: job.state === 'running' ? 'running' : 'waiting', ratio: job.progress.fraction, label: t(`jobs:state.${job.state}`) }]} />}
      <span className="muted">{job.error === null ? <JobProgressText job={job} /> : describeError(language, job.error.code, job.error.params).title}</span>
    </div>
  );
}

/** "Scanning servers, 182 of 1,204, 12 per second, 2 to 4 min left". Parts that are not known are left out. */
function JobProgressText({ job }: { readonly job: Job }) {
  const { t } = useTranslation(['app', 'jobs']);
  const format = useFormat();
  const { phase, done, total, ratePerSecond, etaSeconds } = job.progress;
  if (hasEnded(job)) return format.instant(job.finishedAt);
  const parts = [
    i18next.exists(`jobs:phase.${phase}`) ? i18next.t(`jobs:phase.${phase}` as 'jobs:phase.scan') : phase,
    total > 0 ? t('jobs.count', { done: format.count(done), total: format.count(total) }) : '',
    ratePerSecond === null ? '' : t('jobs.rate', { rate: format.number(ratePerSecond) }),
    etaSeconds === null ? '' : t('jobs.eta', { low: format.duration(etaSeconds.low), high: format.duration(etaSeconds.high) }),
  ];
  return parts.filter((part) => part !== '').join(t('jobs.separator'));
}

/** Pause, resume and cancel, where the kind of job allows it. */
function JobControls({ job }: { readonly job: Job }) {
  const { t } = useTranslation(['app', 'jobs']);
  const pause = useCommand('job.pause');
  const resume = useCommand('job.resume');
  const cancel = useCommand('job.cancel');
  if (hasEnded(job)) return null;
  return (
    <Row gap={0}>
      {job.pausable && job.state === 'running' ? <IconButton icon="pause" label={t('jobs.pause')} onClick={() => pause.mutate({ jobId: job.id })} /> : null}
      {job.state === 'paused' ? <IconButton icon="play" label={t('jobs.resume')} onClick={() => resume.mutate({ jobId: job.id })} /> : null}
      {job.state === 'interrupted' ? null : <IconButton icon="stop" label={t('jobs.cancel')} onClick={() => cancel.mutate({ jobId: job.id })} />}
    </Row>
  );
}
