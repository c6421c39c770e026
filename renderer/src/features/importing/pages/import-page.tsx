import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IMPORT_KINDS } from '../../../../../shared/contract/importing.ts';
import type { PickedFile } from '../../../../../shared/contract/host.ts';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFileChoice } from '../../../api/use-file-choice.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { FileField } from '../../../ui/fields/file-field.tsx';
import { SegmentedField } from '../../../ui/fields/segmented-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { ErrorNotice, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useGo } from '../../../ui/use-go.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { MappingForm } from '../components/mapping-form.tsx';
import { PreviewTables, RejectedRows } from '../components/preview-tables.tsx';
import { IMPORT_URL, REGISTER_PATHS, type ImportKind } from '../lib/import-search.ts';
import { missingFields } from '../lib/mapping.ts';

type ImportResult = OutputOf<'importing.apply'>;

/** A register from a file: choose it, match its columns, see what will happen, apply it as one undoable step. */
export function ImportPage() {
  const { t } = useTranslation('importing');
  const [{ kind }, setSearch] = useUrlState(IMPORT_URL);
  const [file, setFile] = useState<PickedFile>();
  const [result, setResult] = useState<ImportResult>();
  const choice = useFileChoice('import', (picked) => {
    setFile(picked);
    setResult(undefined);
  }, { quiet: true });
  return (
    <Page title={t('title')} bar={<SegmentedField label={t('kind.label')} value={kind} onChange={(next) => { setSearch({ kind: next }, 'replace'); setResult(undefined); }} choices={IMPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />}>
      <Stack gap={6}>
        <FileField label={t('steps.file')} hint={t('file.text')} fileName={file?.name ?? null} onPick={choice.pick} onDrop={choice.drop} busy={choice.busy} />
        {choice.error === null ? null : <ErrorNotice error={choice.error} />}
        {result !== undefined ? <ResultView kind={kind} result={result} onAgain={choice.pick} />
          : file === undefined ? null
          : <PreviewStep key={`${file.token} ${kind}`} file={file} kind={kind} onDone={setResult} />}
      </Stack>
    </Page>
  );
}

interface PreviewStepProps {
  readonly file: PickedFile;
  readonly kind: ImportKind;
  readonly onDone: (result: ImportResult) => void;
}

function PreviewStep({ file, kind, onDone }: PreviewStepProps) {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const [mapping, setMapping] = useState<Record<string, string>>();
  const [sheet, setSheet] = useState<string>();
  const source = { file: file.token, kind, ...(sheet === undefined ? {} : { sheet }) };
  const answer = useCall('importing.preview', { ...source, ...(mapping === undefined ? {} : { mapping }) }, { keepPrevious: true });
  const apply = useCommand('importing.apply', { quiet: true });
  if (answer.error !== null) return <ErrorState error={answer.error} onRetry={() => { setMapping(undefined); void answer.refetch(); }} />;
  const preview = answer.data;
  if (preview === undefined) return <LoadingState />;
  const changing = preview.counts.create + preview.counts.update;
  const facts = [t('file.facts', { name: file.name, rows: format.count(preview.counts.rows), format: preview.format.toUpperCase() }), ...(preview.encoding === null ? [] : [t('file.encoding', { encoding: preview.encoding })])].join(t('list'));
  const blocked = missingFields(preview).length > 0 ? t('mapping.note') : changing === 0 ? t('nothing') : undefined;
  return (
    <Stack gap={6}>
      <Row gap={4} align="flex-end">
        <p>{facts}</p>
        {preview.sheets.length < 2 ? null : <SelectField label={t('file.sheet')} value={preview.sheet ?? preview.sheets[0] ?? ''} width={260} choices={preview.sheets.map((name) => ({ value: name, label: name }))} onChange={(name) => { setSheet(name); setMapping(undefined); }} />}
      </Row>
      <MappingForm preview={preview} onChange={setMapping} />
      <PreviewTables preview={preview} />
      {apply.error === null ? null : <ErrorNotice error={apply.error} />}
      <Row><Button variant="primary" loading={apply.isPending} disabledReason={blocked} onClick={() => apply.mutate({ ...source, mapping: preview.mapping }, { onSuccess: onDone })}>{t('apply', { count: changing, replace: { count: format.count(changing) } })}</Button></Row>
    </Stack>
  );
}

function ResultView({ kind, result, onAgain }: { readonly kind: ImportKind; readonly result: ImportResult; readonly onAgain: () => void }) {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const go = useGo();
  return (
    <Stack gap={6}>
      <Notice tone="info" title={t('done.title')} action={<Row><Button variant="primary" onClick={() => go(REGISTER_PATHS[kind])}>{t('done.open')}</Button><Button onClick={onAgain}>{t('done.again')}</Button></Row>}>
        <p>{t('done.text', { created: format.count(result.created), updated: format.count(result.updated), unchanged: format.count(result.unchanged), rejected: format.count(result.rejected.length) })}</p>
      </Notice>
      <RejectedRows rows={result.rejected} />
    </Stack>
  );
}
