import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasEnded } from '../api/job-store.ts';
import { useJobs } from '../api/jobs.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useFormat } from '../ui/use-format.ts';
import { JobLine } from './job-line.tsx';
import styles from './top-bar.module.css';

const SHOWN_ENDED = 5;

/** Long work goes on while the user works elsewhere: a line in the top bar, the list behind it. */
export function JobTray() {
  const { t } = useTranslation(['app', 'jobs']);
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const jobs = useJobs();
  const active = jobs.filter((job) => !hasEnded(job));
  const shown = [...active, ...jobs.filter(hasEnded).slice(0, SHOWN_ENDED)];
  const first = active.find((job) => job.state === 'running') ?? active[0];
  const label = first === undefined ? t('jobs.none') : t('jobs.active', { count: active.length });
  const shownText = first === undefined ? '' : `${t(`jobs:kind.${first.kind}`)} ${format.ratio(first.progress.fraction, 0)}`;
  const button = (
    <button type="button" className={styles.tray} aria-label={first === undefined ? label : `${shownText}, ${label}`} aria-expanded={opened} onClick={() => setOpened(!opened)}>
      <Icon name="jobs" />
      {first === undefined ? null : (
        <>
          <span>{shownText}</span>
          <span style={{ width: 60 }}><ProgressBar label={label} parts={[{ kind: 'running', ratio: first.progress.fraction, label: t(`jobs:kind.${first.kind}`) }]} size={4} /></span>
        </>
      )}
    </button>
  );
  return (
    <Popover target={button} opened={opened} onChange={setOpened} label={t('jobs.label')}>
      <div className={styles.jobs}>
        {shown.length === 0 ? <div className={styles.job}>{t('jobs.none')}</div> : shown.map((job) => <JobLine key={job.id} job={job} />)}
      </div>
    </Popover>
  );
}
