import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DWELL_STATES, type Campaign } from '../../../../../shared/model/campaign.ts';
import { useJob } from '../../../api/jobs.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { CAMPAIGN_MARK, DWELL_MARK, shownState } from '../lib/campaign-marks.ts';
import styles from './campaign-view.module.css';
import { StartDialog } from './start-dialog.tsx';

/** State, counts and controls of a campaign. */
export function CampaignHeader({ campaign, onBack }: { readonly campaign: Campaign; readonly onBack: () => void }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const job = useJob(campaign.jobId);
  const state = shownState(campaign, job);
  const parts = DWELL_STATES.map((key) => ({ key, count: campaign.counts[key] })).filter((part) => part.count > 0);
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <IconButton icon="chevronLeft" label={t('list.title')} onClick={onBack} />
        <h2>{campaign.plan.name}</h2>
        <StatusMark kind={CAMPAIGN_MARK[state]} label={t(`state.${state}`)} look="soft" />
        <span className="muted">{t('header.facts', { servers: format.count(campaign.serverCount), samples: format.count(campaign.sampleCount), flows: format.count(campaign.newFlowCount) })}</span>
        <span className={styles.spring} />
        <CampaignControls campaign={campaign} />
      </div>
      <ProgressBar label={t('header.counts')} size={8} parts={parts.filter((part) => part.key !== 'planned').map((part) => ({ kind: DWELL_MARK[part.key], ratio: part.count / total, label: t(`dwellState.${part.key}`) }))} />
      <div className={styles.counts}>
        {parts.map((part) => <StatusMark key={part.key} kind={DWELL_MARK[part.key]} label={t('header.count', { state: t(`dwellState.${part.key}`), number: format.count(part.count) })} />)}
        <span className="muted">{campaign.nextAt === null ? t('header.last', { at: format.instant(campaign.lastAt) }) : t('header.next', { at: format.instant(campaign.nextAt) })}</span>
      </div>
    </div>
  );
}

function CampaignControls({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const [asking, setAsking] = useState<'start' | 'cancel' | undefined>(undefined);
  const job = useJob(campaign.jobId);
  const pause = useCommand('job.pause');
  const resume = useCommand('job.resume');
  const cancel = useCommand('campaign.cancel');
  if (campaign.state === 'ended' || campaign.state === 'cancelled') return null;
  const close = (): void => setAsking(undefined);
  return (
    <>
      {job?.state === 'running' ? <Button icon="pause" loading={pause.isPending} onClick={() => pause.mutate({ jobId: job.id })}>{t('header.pause')}</Button> : null}
      {job?.state === 'paused' ? <Button icon="play" variant="primary" loading={resume.isPending} onClick={() => resume.mutate({ jobId: job.id })}>{t('header.resume')}</Button> : null}
      {job === undefined ? <Button icon="play" variant="primary" onClick={() => setAsking('start')}>{t('header.start')}</Button> : null}
      <Button icon="stop" onClick={() => setAsking('cancel')}>{t('header.cancel')}</Button>
      {asking === 'start' ? <StartDialog campaign={campaign} onClose={close} /> : null}
      <ConfirmDialog opened={asking === 'cancel'} danger title={t('cancel.title')} confirmLabel={t('cancel.confirm')} busy={cancel.isPending} onCancel={close} onConfirm={() => cancel.mutate({ campaignId: campaign.id }, { onSuccess: close })}>
        <p>{t('cancel.text', { name: campaign.plan.name })}</p>
      </ConfirmDialog>
    </>
  );
}
