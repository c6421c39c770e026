import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeHostError } from '../../../../../shared/i18n/describe-error.ts';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import { scanStateSchema, type ScanTargetResult } from '../../../../../shared/model/scan.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { useLanguage } from '../../../ui/use-language.ts';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import { TARGET_MARK } from '../lib/run-mark.ts';
import type { ScanSearch } from '../lib/scan-search.ts';
import styles from './run-view.module.css';

export interface RunResultsProps {
  readonly runId: ScanRunId;
  readonly search: ScanSearch;
  readonly setSearch: SetUrlState<ScanSearch>;
}

const resultId = (result: ScanTargetResult): string => result.id;

/** Every target of the run with its state, live. */
export function RunResults({ runId, search: { text, state, code, department }, setSearch }: RunResultsProps) {
  const { t } = useTranslation('scan');
  const navigate = useNavigate();
  const language = useLanguage();
  const results = usePagedRows('scan.listResults', { runId, ...(text === '' ? {} : { text }), ...(code === undefined ? {} : { codes: [code] }), ...(state === undefined ? {} : { states: [state] }), ...(department === undefined ? {} : { departmentName: department }) });
  const layout = useColumnLayout('scan-results', useResultColumns());
  const filtered = text !== '' || code !== undefined || state !== undefined || department !== undefined;
  return (
    <div className={styles.results}>
      <div className={styles.filter}>
        <FilterBar value={text} onChange={(next) => setSearch({ text: next.slice(0, 200) }, 'replace')} placeholder={t('results.filter')}>
          <OptionalSelectField label="" width={150} placeholder={t('results.anyState')} value={state ?? null} onChange={(next) => setSearch({ state: next ?? undefined })} choices={scanStateSchema.options.map((value) => ({ value, label: t(`count.${value}`) }))} />
          {code === undefined ? null : <Button icon="close" onClick={() => setSearch({ code: undefined })}>{describeHostError(language, code).title}</Button>}
          {department === undefined ? null : <Button icon="close" onClick={() => setSearch({ department: undefined })}>{department ?? t('departments.none')}</Button>}
        </FilterBar>
      </div>
      <DataTable
        label={t('results.title')}
        columns={layout}
        rows={results}
        idOf={resultId}
        stale={results.isStale}
        onOpen={(result) => {
          if (result.serverId !== null) void navigate({ to: '/server/$id', params: { id: result.serverId } });
        }}
        placeholder={results.error !== null ? <ErrorState error={results.error} onRetry={results.retry} /> : results.isLoading ? <LoadingState /> : filtered ? <EmptyState title={t('results.nothing')} action={<Button onClick={() => setSearch({ text: '', state: undefined, code: undefined, department: undefined })}>{t('results.showAll')}</Button>} /> : <EmptyState title={t('results.empty')} />}
      />
    </div>
  );
}

function useResultColumns(): readonly Column<ScanTargetResult>[] {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const language = useLanguage();
  return useMemo(() => {
    const errorText = (result: ScanTargetResult): string => result.errors.map((error) => describeHostError(language, error.code, { host: result.host, port: result.port, ...error.params }).title).join('; ');
    return [
      { key: 'host', title: t('results.host'), width: 190, cell: (result) => (result.port === 22 ? result.host : `${result.host}:${result.port}`), text: (result) => `${result.host}:${result.port}` },
      { key: 'state', title: t('results.state'), width: 104, cell: (result) => <StatusMark kind={TARGET_MARK[result.state]} label={t(`count.${result.state}`)} />, text: (result) => t(`count.${result.state}`) },
      { key: 'hostname', title: t('results.hostname'), width: 170, cell: (result) => result.hostname ?? result.name ?? '-', text: (result) => result.hostname ?? result.name ?? '' },
      { key: 'department', title: t('results.department'), width: 150, cell: (result) => result.departmentName ?? '-', text: (result) => result.departmentName ?? '' },
      { key: 'os', title: t('results.os'), width: 170, cell: (result) => result.osName ?? '-', text: (result) => result.osName ?? '' },
      { key: 'errors', title: t('results.errors'), width: 260, cell: (result) => <span title={errorText(result)}>{errorText(result) || '-'}</span>, text: errorText },
      { key: 'attempt', title: t('results.attempt'), width: 72, align: 'right', cell: (result) => format.count(result.attempt), text: (result) => String(result.attempt) },
      { key: 'duration', title: t('results.duration'), width: 96, align: 'right', cell: (result) => (result.durationMs === null ? '-' : format.number(result.durationMs / 1000)), text: (result) => String(result.durationMs ?? '') },
      { key: 'user', title: t('results.user'), width: 100, standard: false, cell: (result) => result.user ?? '-', text: (result) => result.user ?? '' },
      { key: 'jump', title: t('results.jump'), width: 160, standard: false, cell: (result) => result.jump ?? '-', text: (result) => result.jump ?? '' },
    ];
  }, [t, format, language]);
}
