import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import { SCAN_DIFF_KINDS, type ScanDiffKind, type ScanDiffRow, type ScanRun } from '../../../../../shared/model/scan.ts';
import { useCall } from '../../../api/use-call.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { SegmentedField } from '../../../ui/fields/segmented-field.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import { changeLine } from '../lib/change-text.ts';
import { ChangeDetail } from './change-detail.tsx';
import { useFieldName } from './use-field-name.ts';
import styles from './run-view.module.css';

const KIND_MARK: Readonly<Record<ScanDiffKind, StatusKind>> = { new: 'done', gone: 'blocked', changed: 'warning', unread: 'waiting' };
const serverOf = (row: ScanDiffRow): string => row.serverId;

/** What this run found otherwise than was known before: new, gone, changed, and what was asked for and not read. */
export function RunChanges({ run }: { readonly run: ScanRun }) {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const [kind, setKind] = useState<ScanDiffKind | 'all'>('all');
  const [since, setSince] = useState<ScanRunId>();
  const [shown, setShown] = useState<ScanDiffRow>();
  const runs = useCall('scan.listRuns', {}).data?.runs ?? [];
  const rows = usePagedRows('scan.listDiff', { runId: run.id, ...(since === undefined ? {} : { fromRunId: since }), ...(kind === 'all' ? {} : { kinds: [kind] }) });
  const layout = useColumnLayout('scan-changes', useChangeColumns());
  if (rows.error !== null) return <ErrorState error={rows.error} onRetry={rows.retry} />;
  const counts = rows.first?.counts;
  const label = (key: ScanDiffKind | 'all'): string => t('diff.filter', { kind: t(`diff.kind.${key}`), number: format.count(key === 'all' ? rows.grandTotal : (counts?.[key] ?? 0)) });
  const earlier = runs.filter((other) => other.startedAt < run.startedAt).map((other) => ({ value: other.id, label: format.instant(other.startedAt) }));
  const from = rows.first?.fromRunId ?? null;
  return (
    <div className={styles.body}>
      <div className={styles.results}>
        <div className={styles.filter}>
          <SegmentedField label={t('diff.title')} value={kind} onChange={setKind} choices={(['all', ...SCAN_DIFF_KINDS] as const).map((value) => ({ value, label: label(value) }))} />
          <span className={styles.spring} />
          <span className="muted">{t('diff.since')}</span>
          <OptionalSelectField label="" width={190} placeholder={t('diff.first')} value={from} onChange={(next) => setSince(next ?? undefined)} choices={earlier} />
        </div>
        {counts === undefined || counts.notAsked === 0 ? null : <p className={`muted ${styles.note}`}>{t('diff.notAsked', { count: counts.notAsked, number: format.count(counts.notAsked) })}</p>}
        <DataTable
          label={t('diff.title')}
          columns={layout}
          rows={rows}
          idOf={serverOf}
          stale={rows.isStale}
          onActivate={setShown}
          placeholder={rows.isLoading ? <LoadingState /> : <EmptyState title={t('diff.nothing')} text={t('diff.nothingText')} />}
        />
      </div>
      {shown === undefined ? null : <ChangeDetail row={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}

function useChangeColumns(): readonly Column<ScanDiffRow>[] {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const language = useLanguage();
  const fieldName = useFieldName();
  const what = (row: ScanDiffRow): string => (row.code === null ? row.changes.map((change) => changeLine(format, change, fieldName(change.field))).join('; ') : describeHostError(language, row.code, { host: row.hostname }).title);
  return [
    { key: 'kind', title: t('diff.what'), width: 150, cell: (row) => <StatusMark kind={KIND_MARK[row.kind]} label={t(`diff.kind.${row.kind}`)} />, text: (row) => t(`diff.kind.${row.kind}`) },
    { key: 'hostname', title: t('results.hostname'), width: 220, cell: (row) => row.hostname, text: (row) => row.hostname },
    { key: 'department', title: t('results.department'), width: 190, cell: (row) => row.departmentName ?? '-', text: (row) => row.departmentName ?? '' },
    { key: 'detail', title: t('diff.detail'), width: 460, cell: (row) => <span title={what(row)}>{what(row) || '-'}</span>, text: what },
    { key: 'at', title: t('diff.at'), width: 150, cell: (row) => format.instant(row.at), text: (row) => row.at },
  ];
}
