import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/simple-table.tsx';
import { Row } from '../../../ui/stack.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { ImportPreview, ImportRow } from '../lib/mapping.ts';
import { useFieldName } from './use-field-name.ts';
import { useProblemText } from './use-problem-text.ts';
import { useRejectedDownload } from './use-rejected-download.ts';

const KIND: Readonly<Record<ImportRow['action'], StatusKind>> = { create: 'running', update: 'running', unchanged: 'waiting', reject: 'blocked' };
/** More names than these do not help to judge a file. */
const NAMED_DEPARTMENTS = 12;
const ACTIONS = ['create', 'update', 'unchanged', 'reject'] as const;

/** What the file will do, counted and shown by its first rows; rejected rows with their reasons. */
export function PreviewTables({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const nameOf = useFieldName();
  const fields = preview.fields.filter((field) => (preview.mapping[field.key] ?? '') !== '').slice(0, 8);
  const valueColumns = fields.map((field): SimpleColumn<ImportRow> => ({ key: field.key, title: nameOf(field.key), cell: (row) => row.values[field.key] ?? '-' }));
  const lead: readonly SimpleColumn<ImportRow>[] = [{ key: 'line', title: t('preview.line'), align: 'right', cell: (row) => format.count(row.line) }];
  return (
    <>
      <Row gap={6} wrap>
        {ACTIONS.map((action) => <StatusMark key={action} kind={KIND[action]} label={t(`preview.${action}`, { count: preview.counts[action], replace: { count: format.count(preview.counts[action]) } })} />)}
      </Row>
      {preview.newDepartments.length > 0 && <Notice tone="info" title={t('preview.newDepartments', { names: preview.newDepartments.slice(0, NAMED_DEPARTMENTS).join(t('list')) + (preview.newDepartments.length > NAMED_DEPARTMENTS ? ' …' : '') })} />}
      <RejectedRows rows={preview.rejected} />
      <Section title={t('preview.table')}>
        <SimpleTable label={t('preview.table')} rows={preview.sample} keyOf={(row) => String(row.line)} maxHeight={420} columns={[...lead, { key: 'action', title: t('preview.action'), cell: (row) => <StatusMark kind={KIND[row.action]} label={t(`preview.actions.${row.action}`)} /> }, ...valueColumns]} />
      </Section>
    </>
  );
}

/** Rows that will not come in, to be taken along as a file. */
export function RejectedRows({ rows }: { readonly rows: readonly ImportRow[] }) {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const problemText = useProblemText();
  const download = useRejectedDownload();
  if (rows.length === 0) return null;
  return (
    <Section title={t('preview.rejected')} actions={<Button size="small" icon="download" onClick={() => download(rows)}>{t('preview.download')}</Button>}>
      <SimpleTable
        label={t('preview.rejected')}
        rows={rows.slice(0, 200)}
        keyOf={(row) => String(row.line)}
        maxHeight={260}
        columns={[
          { key: 'line', title: t('preview.line'), align: 'right', cell: (row) => format.count(row.line) },
          { key: 'key', title: t('preview.key'), cell: (row) => row.key || '-' },
          { key: 'problems', title: t('preview.problems'), cell: (row) => row.problems.map(problemText).join('; ') },
        ]}
      />
    </Section>
  );
}
