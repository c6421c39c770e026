import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CSV_TABLES } from '../../../../../shared/contract/exporting.ts';
import type { Language } from '../../../../../shared/i18n/language.ts';
import { AppError } from '../../../../../shared/kernel/app-error.ts';
import type { FileToken } from '../../../../../shared/kernel/ids.ts';
import { useHost } from '../../../api/host-context.tsx';
import { toAppError } from '../../../api/to-app-error.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import type { ExportFormat } from '../export-format.ts';
import styles from '../reports.module.css';

type CsvTable = (typeof CSV_TABLES)[number];
const EXTENSION = { xlsx: 'xlsx', csv: 'csv', mspdi: 'xml', jsonl: 'jsonl', 'fix-it': 'zip' } as const;

export interface ExportLineProps {
  readonly format: ExportFormat;
  readonly language: Language;
  readonly hasPlan: boolean;
}

/** One kind of file: what it is for, its contents, and the button that writes it. */
export function ExportLine({ format, language, hasPlan }: ExportLineProps) {
  const { t } = useTranslation('reports');
  const host = useHost();
  const [table, setTable] = useState<CsvTable>('servers');
  const [inTheWay, setInTheWay] = useState<FileToken | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const start = useCommand('exporting.start', { quiet: true });
  const blocked = format.needsPlan && !hasPlan ? t('needsPlan') : undefined;
  const write = async (file: FileToken | null, overwrite: boolean): Promise<void> => {
    setError(null);
    try {
      await start.mutateAsync({ format: format.format, language, overwrite, ...(format.format === 'csv' ? { table } : {}), ...(file === null ? {} : { file }) });
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'export.target_exists' && file !== null) setInTheWay(file);
      else setError(toAppError(cause));
    }
  };
  const begin = async (): Promise<void> => {
    const suggested = t('suggestedName', { name: format.format === 'csv' ? table : format.format, extension: EXTENSION[format.format] });
    if (!host.capabilities.nativeDialogs) return write(null, false);
    const target = await host.pickSaveTarget('export', suggested);
    if (target !== null) await write(target.token, false);
  };
  return (
    <div className={styles.line}>
      <div className={styles.text}>
        <strong>{t(`format.${format.format}.title`)}</strong>
        <div className="muted">{t(`format.${format.format}.text`)}</div>
        {blocked === undefined ? null : <div className="muted">{blocked}</div>}
        {error === null ? null : <ErrorNotice error={error} />}
      </div>
      {format.format === 'csv' ? <SelectField label={t('table')} width={160} value={table} onChange={setTable} choices={CSV_TABLES.map((value) => ({ value, label: t(`tables.${value}`) }))} /> : null}
      <Button icon="download" label={`${t('write')}: ${t(`format.${format.format}.title`)}`} loading={start.isPending} disabledReason={blocked} onClick={() => void begin()}>{t('write')}</Button>
      <ConfirmDialog
        opened={inTheWay !== null}
        title={t('exists.title')}
        confirmLabel={t('exists.replace')}
        danger
        onCancel={() => setInTheWay(null)}
        onConfirm={() => {
          const file = inTheWay;
          setInTheWay(null);
          void write(file, true);
        }}
      >
        {t('exists.text')}
      </ConfirmDialog>
    </div>
  );
}
