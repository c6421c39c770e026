import { useTranslation } from 'react-i18next';
import type { ScanRunId } from '../../../../../shared/kernel/ids.ts';
import type { ScanRun } from '../../../../../shared/model/scan.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { RUN_MARK } from '../lib/run-mark.ts';

export interface RunListProps {
  readonly onOpen: (runId: ScanRunId) => void;
  readonly onNew: () => void;
}

const runIdOf = (run: ScanRun): string => run.id;

/** All runs, newest first. */
export function RunList({ onOpen, onNew }: RunListProps) {
  const { t } = useTranslation('scan');
  const runs = useCall('scan.listRuns', {});
  const layout = useColumnLayout('scan-runs', useRunColumns());
  if (runs.error !== null) return <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />;
  if (runs.data === undefined) return <LoadingState />;
  return (
    <DataTable
      label={t('runs.title')}
      columns={layout}
      rows={arrayRows(runs.data.runs)}
      idOf={runIdOf}
      onActivate={(run) => onOpen(run.id)}
      placeholder={<EmptyState title={t('runs.empty.title')} text={t('runs.empty.text')} action={<Button variant="primary" icon="plus" onClick={onNew}>{t('start.new')}</Button>} />}
    />
  );
}

function useRunColumns(): readonly Column<ScanRun>[] {
  const { t } = useTranslation('scan');
  const format = useFormat();
  const number = (key: 'total' | 'done' | 'partial' | 'failed' | 'skipped'): Column<ScanRun> => ({ key, title: t(`count.${key}`), width: 88, align: 'right', cell: (run) => format.count(run.counts[key]), text: (run) => String(run.counts[key]) });
  return [
    { key: 'startedAt', title: t('runs.startedAt'), width: 150, cell: (run) => format.instant(run.startedAt), text: (run) => run.startedAt },
    { key: 'kind', title: t('runs.kind'), width: 150, cell: (run) => t(`kind.${run.kind}`), text: (run) => t(`kind.${run.kind}`) },
    { key: 'state', title: t('runs.state'), width: 130, cell: (run) => <StatusMark kind={RUN_MARK[run.state]} label={t(`runState.${run.state}`)} />, text: (run) => t(`runState.${run.state}`) },
    number('total'),
    number('done'),
    number('partial'),
    number('failed'),
    number('skipped'),
    { key: 'duration', title: t('runs.duration'), width: 120, align: 'right', cell: (run) => (run.finishedAt === null ? '-' : format.duration((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000)), text: (run) => run.finishedAt ?? '' },
  ];
}
