import { useTranslation } from 'react-i18next';
import type { ScanRun } from '../../../../../shared/model/scan.ts';
import { useActiveJob } from '../../../api/jobs.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Row } from '../../../ui/stack.tsx';
import type { RetryWish } from './retry-dialog.tsx';
import styles from './run-view.module.css';

export interface PauseQuestionProps {
  readonly run: ScanRun;
  readonly onRetry: (wish: RetryWish) => void;
}

/** A run that stopped itself asks what is to happen; until the answer no host is marked. */
export function PauseQuestion({ run, onRetry }: PauseQuestionProps) {
  const { t } = useTranslation('scan');
  const job = useActiveJob(['scan', 'sample-scan']);
  const steer = useCommand('scan.steer');
  const resume = useCommand('job.resume');
  const cancel = useCommand('job.cancel');
  const because = run.pausedBecause;
  if (because === null || run.state !== 'paused') return null;
  // The credential of a job that is still here is in memory; otherwise it has to be given again.
  const goOn = (): void => (job?.state === 'paused' ? resume.mutate({ jobId: job.id }) : onRetry({ kind: 'continue' }));
  const letGo = (): void => steer.mutate({ runId: run.id, heldDepartments: [] }, { onSuccess: goOn });
  return (
    <div className={styles.question}>
      <Notice
        tone="warning"
        title={t(`pause.${because}.title`)}
        action={
          <Row>
            {because === 'departments-held'
              ? <Button variant="primary" icon="play" loading={steer.isPending || resume.isPending} onClick={letGo}>{t('pause.letGo')}</Button>
              : <Button variant="primary" icon="refresh" loading={resume.isPending} onClick={goOn}>{t('pause.again')}</Button>}
            {because === 'departments-held' || run.kind !== 'ssh' ? null : <Button icon="key" onClick={() => onRetry({ kind: 'continue' })}>{t('pause.otherAccess')}</Button>}
            {job === undefined ? null : <Button icon="stop" loading={cancel.isPending} onClick={() => cancel.mutate({ jobId: job.id })}>{t('pause.end')}</Button>}
          </Row>
        }
      >
        {t(`pause.${because}.text`)}
      </Notice>
    </div>
  );
}
