import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportResultSchema } from '../../../../../shared/contract/exporting.ts';
import { AppError } from '../../../../../shared/kernel/app-error.ts';
import type { FileToken, JobId } from '../../../../../shared/kernel/ids.ts';
import { HOST_ERROR_CODES, type RunDepartment } from '../../../../../shared/model/scan.ts';
import { useHost } from '../../../api/host-context.tsx';
import { useJob } from '../../../api/jobs.tsx';
import { toAppError } from '../../../api/to-app-error.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { ErrorNotice, Notice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';

export interface FixItDialogProps {
  readonly departments: readonly RunDepartment[];
  readonly onClose: () => void;
}

/** What departments must do, as files for them: one workbook, or an archive with one for each. */
export function FixItDialog({ departments, onClose }: FixItDialogProps) {
  const { t } = useTranslation('scan');
  const host = useHost();
  const language = useLanguage();
  const [department, setDepartment] = useState<string | null>(null);
  const [jobId, setJobId] = useState<JobId>();
  const [inTheWay, setInTheWay] = useState<FileToken>();
  const [error, setError] = useState<AppError>();
  const start = useCommand('exporting.start', { quiet: true });
  const choices = departments.flatMap(({ departmentName, errorGroups }) => (departmentName !== null && errorGroups.some(({ code }) => HOST_ERROR_CODES[code].fixer !== 'scanner') ? [{ value: departmentName, label: departmentName }] : []));
  const write = async (file: FileToken | null, overwrite: boolean): Promise<void> => {
    setError(undefined);
    setInTheWay(undefined);
    try {
      setJobId((await start.mutateAsync({ format: 'fix-it', language, overwrite, ...(department === null ? {} : { department }), ...(file === null ? {} : { file }) })).jobId);
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'export.target_exists' && file !== null) setInTheWay(file);
      else setError(toAppError(cause));
    }
  };
  const begin = async (): Promise<void> => {
    if (!host.capabilities.nativeDialogs) return write(null, false);
    const target = await host.pickSaveTarget('export', department === null ? t('fixIt.archiveName') : t('fixIt.workbookName'));
    if (target !== null) await write(target.token, false);
  };
  return (
    <Dialog opened title={t('fixIt.title')} onClose={onClose}>
      <Stack gap={4}>
        <p className="muted">{t('fixIt.text')}</p>
        <OptionalSelectField label={t('results.department')} placeholder={t('fixIt.all')} value={department} onChange={setDepartment} choices={choices} />
        {error === undefined ? null : <ErrorNotice error={error} />}
        {inTheWay === undefined ? null : <Notice tone="warning" title={t('fixIt.exists')} action={<Button onClick={() => void write(inTheWay, true)}>{t('fixIt.replace')}</Button>} />}
        <WrittenPack jobId={jobId} />
        <Row justify="flex-end">
          <Button onClick={onClose}>{t('fixIt.close')}</Button>
          <Button variant="primary" icon="download" loading={start.isPending} onClick={() => void begin()}>{t('fixIt.write')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

/** The file once it is written, ready to be taken. */
function WrittenPack({ jobId }: { readonly jobId: JobId | undefined }) {
  const { t } = useTranslation('scan');
  const host = useHost();
  const format = useFormat();
  const job = useJob(jobId);
  const result = exportResultSchema.safeParse(job?.result).data;
  if (job?.error) return <ErrorNotice error={job.error} />;
  if (result === undefined) return null;
  const { departments = 0, problems = 0 } = result.rows;
  return (
    <Notice tone="done" title={result.fileName} action={<Button icon="download" onClick={() => void host.deliverFile(result.file, result.fileName)}>{t(host.capabilities.nativeDialogs ? 'fixIt.show' : 'fixIt.get')}</Button>}>
      {t('fixIt.written', { departments: format.count(departments), problems: format.count(problems), size: format.bytes(result.sizeBytes) })}
    </Notice>
  );
}
