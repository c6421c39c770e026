import { useTranslation } from 'react-i18next';
import { exportResultSchema } from '../../../../../shared/contract/exporting.ts';
import { describeError } from '../../../../../shared/i18n/describe-error.ts';
import type { Job, JobState } from '../../../../../shared/model/job.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/simple-table.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';

const MARK: Readonly<Record<JobState, StatusKind>> = { queued: 'waiting', running: 'running', paused: 'waiting', succeeded: 'done', failed: 'blocked', cancelled: 'excluded', interrupted: 'warning' };

export interface ExportHistoryProps {
  readonly jobs: readonly Job[];
  readonly onDeliver: (job: Job) => void;
}

/** Files written so far, with size and checksum, so that a reader can prove which one they hold. */
export function ExportHistory({ jobs, onDeliver }: ExportHistoryProps) {
  const { t } = useTranslation(['reports', 'jobs']);
  const format = useFormat();
  const language = useLanguage();
  const resultOf = (job: Job) => exportResultSchema.safeParse(job.result).data;
  const columns: readonly SimpleColumn<Job>[] = [
    { key: 'at', title: t('history.at'), cell: (job) => format.instant(job.createdAt) },
    { key: 'state', title: t('history.state'), cell: (job) => <StatusMark kind={MARK[job.state]} label={job.error === null ? t(`jobs:state.${job.state}`) : describeError(language, job.error.code, job.error.params).title} /> },
    { key: 'file', title: t('history.file'), cell: (job) => resultOf(job)?.fileName ?? format.ratio(job.progress.fraction, 0) },
    { key: 'size', title: t('history.size'), align: 'right', cell: (job) => format.bytes(resultOf(job)?.sizeBytes) },
    { key: 'sha', title: 'SHA-256', cell: (job) => <span className="mono" title={resultOf(job)?.sha256}>{resultOf(job)?.sha256.slice(0, 16) ?? '-'}</span> },
    { key: 'get', title: '', align: 'right', cell: (job) => (resultOf(job) === undefined ? null : <Button size="small" icon="download" onClick={() => onDeliver(job)}>{t('history.get')}</Button>) },
  ];
  return (
    <Section title={t('history.title')}>
      {jobs.length === 0 ? <EmptyState title={t('history.empty')} /> : <SimpleTable label={t('history.title')} columns={columns} rows={jobs} keyOf={(job) => job.id} />}
    </Section>
  );
}
