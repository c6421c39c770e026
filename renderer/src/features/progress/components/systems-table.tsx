import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Row } from '../../../ui/stack.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { NO_SELECTION } from '../../../ui/table/selection.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import type { ProgressSearch } from '../lib/progress-search.ts';
import { StateChangeDialog } from './state-change-dialog.tsx';
import { StateMark } from './state-mark.tsx';

type TrackedSystem = OutputOf<'tracking.listSystems'>['rows'][number];

export interface SystemsTableProps {
  readonly search: ProgressSearch;
  readonly setSearch: SetUrlState<ProgressSearch>;
}

const idOf = (row: TrackedSystem): string => row.systemId;

/** Systems with their step, date and evidence; many can be advanced at once. */
export function SystemsTable({ search, setSearch }: SystemsTableProps) {
  const { t } = useTranslation(['progress', 'exports']);
  const [selection, setSelection] = useState(NO_SELECTION);
  const [chosen, setChosen] = useState<readonly TrackedSystem[]>();
  const systems = usePagedRows('tracking.listSystems', { text: search.text, lateOnly: search.late, ...(search.states.length === 0 ? {} : { states: [...search.states] }), ...(search.wave === undefined ? {} : { waveIndex: search.wave }) });
  const columns = useMemo((): readonly Column<TrackedSystem>[] => {
    const planned = (row: TrackedSystem): string => row.plannedCutOver ?? '-';
    const stateText = (row: TrackedSystem): string => (row.state === null ? t('systems.notTracked') : t(`exports:trackingState.${row.state}`));
    return [
      { key: 'name', title: t('systems.name'), width: 260, cell: (row) => row.name, text: (row) => row.name },
      { key: 'department', title: t('systems.department'), width: 200, cell: (row) => row.departmentName, text: (row) => row.departmentName },
      { key: 'wave', title: t('systems.wave'), width: 70, align: 'right', cell: (row) => row.waveIndex ?? '-', text: (row) => String(row.waveIndex ?? '') },
      { key: 'planned', title: t('systems.planned'), width: 160, cell: (row) => (row.late ? <Row gap={2}><span>{planned(row)}</span><StatusMark kind="warning" label={t('systems.late')} /></Row> : planned(row)), text: planned },
      { key: 'state', title: t('systems.state'), width: 150, cell: (row) => <StateMark state={row.state} />, text: stateText },
      { key: 'on', title: t('systems.since'), width: 110, cell: (row) => row.on ?? '-', text: (row) => row.on ?? '' },
      { key: 'evidence', title: t('systems.evidence'), width: 320, cell: (row) => <span title={row.evidence}>{row.evidence || '-'}</span>, text: (row) => row.evidence },
    ];
  }, [t]);
  const layout = useColumnLayout('progress.systems', columns);
  const { load, total } = systems;
  const choose = useCallback(() => void load(0, total - 1).then((rows) => setChosen(rows.filter((row) => selection.ids.has(row.systemId)))), [load, total, selection]);
  const open = useCallback((row: TrackedSystem) => setSearch({ system: row.systemId }), [setSearch]);
  const placeholder = systems.error !== null ? <ErrorState error={systems.error} onRetry={systems.retry} />
    : systems.isLoading ? <LoadingState />
    : <EmptyState title={t('emptyFilter.title')} action={<Button onClick={() => setSearch({ text: '', states: [], late: false, wave: undefined })}>{t('emptyFilter.action')}</Button>} />;
  return (
    <>
      <DataTable
        label={t('systems.table')}
        columns={layout}
        rows={systems}
        idOf={idOf}
        selection={selection}
        onSelect={setSelection}
        selectionActions={<Button size="small" icon="edit" onClick={choose}>{t('change.button', { count: selection.ids.size })}</Button>}
        activeId={search.system}
        onActivate={open}
        stale={systems.isStale}
        placeholder={placeholder}
      />
      {chosen === undefined ? null : <StateChangeDialog systems={chosen} onClose={() => setChosen(undefined)} onDone={() => setSelection(NO_SELECTION)} />}
    </>
  );
}
