import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { useFileChoice } from '../../../api/use-file-choice.ts';
import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/fields/file-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextAreaField } from '../../../ui/fields/text-area-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { useWizard } from '../wizard-context.tsx';
import { TargetPreview } from './target-preview.tsx';
import styles from './wizard.module.css';

const FORMATS = ['auto', 'list', 'csv', 'ssh-config'] as const;

/** Where to scan: a pasted list, a file, an ssh config; read and shown before anything is contacted. */
export function TargetStep() {
  const { t } = useTranslation('scan');
  const draft = useWizard((state) => state.targets);
  const preview = useWizard((state) => state.preview);
  const change = useWizard((state) => state.changeTargets);
  const previewed = useWizard((state) => state.previewed);
  const read = useCommand('scan.previewTargets', { quiet: true });
  const choice = useFileChoice('targets', (file) => change({ file, text: '' }), { quiet: true });
  const error = choice.error ?? read.error;
  const readList = (): void => {
    const source = draft.file === null ? { text: draft.text } : { file: draft.file.token };
    read.mutate({ format: draft.format, defaultPort: draft.port ?? 22, ...source }, { onSuccess: previewed });
  };
  const empty = draft.file === null && draft.text.trim() === '';
  return (
    <div className={styles.halves}>
      <Stack gap={4}>
        <TextAreaField label={t('targets.list')} hint={t('targets.listHint')} rows={12} mono value={draft.text} onChange={(text) => change({ text, file: null })} placeholder={t('targets.example')} maxLength={8_000_000} />
        <FileField label={t('targets.file')} hint={t('targets.fileHint')} fileName={draft.file?.name ?? null} onPick={choice.pick} onDrop={choice.drop} busy={choice.busy} />
        <Row gap={3} align="flex-end">
          <SelectField label={t('targets.format')} width={180} value={draft.format} onChange={(format) => change({ format })} choices={FORMATS.map((value) => ({ value, label: t(`targets.formats.${value}`) }))} />
          <NumberField label={t('targets.port')} width={90} min={1} max={65_535} value={draft.port} onChange={(port) => change({ port })} />
          <Button variant={preview === null ? 'primary' : 'secondary'} loading={read.isPending} disabledReason={empty ? t('targets.empty') : undefined} onClick={readList}>{t('targets.read')}</Button>
        </Row>
        {error === null ? null : <ErrorNotice error={error} />}
      </Stack>
      {preview === null ? <p className="muted">{t('targets.previewHint')}</p> : <TargetPreview preview={preview} />}
    </div>
  );
}
