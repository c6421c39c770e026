import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../../../shared/model/tracking.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { departmentRows, type DepartmentRow } from '../lib/department-rows.ts';

export interface DepartmentsTableProps {
  readonly progress: Progress;
  /** Opens the systems of one department. */
  readonly onOpen: (departmentName: string) => void;
}

const COUNTS = ['total', 'adopted', 'proven', 'plannedByToday', 'lateCount'] as const;
type CountKey = (typeof COUNTS)[number];

const idOf = (row: DepartmentRow): string => row.departmentId;

/** Departments against the plan, the furthest behind first. */
export function DepartmentsTable({ progress, onOpen }: DepartmentsTableProps) {
  const { t } = useTranslation('progress');
  const format = useFormat();
  const rows = useMemo(() => arrayRows(departmentRows(progress.departments)), [progress]);
  const columns = useMemo((): readonly Column<DepartmentRow>[] => {
    const count = (key: CountKey, title: string, width = 100): Column<DepartmentRow> => ({
      key, title, width, align: 'right', cell: (row) => format.count(row[key]), text: (row) => String(row[key]),
    });
    const gap = (row: DepartmentRow): string => (row.gap > 0 ? `+${format.count(row.gap)}` : row.gap < 0 ? `−${format.count(-row.gap)}` : '0');
    return [
      { key: 'name', title: t('departments.name'), width: 220, cell: (row) => row.name, text: (row) => row.name },
      { key: 'state', title: t('departments.state'), width: 110, cell: (row) => <DepartmentState row={row} />, text: (row) => String(row.gap) },
      count('total', t('departments.total')),
      count('plannedByToday', t('departments.planned'), 136),
      count('adopted', t('departments.adopted')),
      count('proven', t('departments.proven')),
      { key: 'rate', title: t('departments.rate'), width: 110, align: 'right', cell: (row) => format.ratio(row.adoptedRatio), text: (row) => format.ratio(row.adoptedRatio) },
      { key: 'gap', title: t('departments.gap'), width: 110, align: 'right', cell: gap, text: (row) => String(row.gap) },
      count('lateCount', t('departments.late'), 110),
    ];
  }, [t, format]);
  const totals = useMemo(() => {
    const sum = (key: CountKey): readonly [string, string] => [key, format.count(progress.departments.reduce((whole, department) => whole + (key === 'lateCount' ? department.lateSystemIds.length : department[key]), 0))];
    return new Map(COUNTS.map(sum));
  }, [format, progress]);
  const layout = useColumnLayout('progress.departments', columns);
  return <DataTable label={t('departments.table')} columns={layout} rows={rows} idOf={idOf} totals={totals} onActivate={(row) => onOpen(row.name)} placeholder={<EmptyState title={t('emptyFilter.title')} />} />;
}

function DepartmentState({ row }: { readonly row: DepartmentRow }) {
  const { t } = useTranslation('progress');
  if (row.adopted >= row.total) return <StatusMark kind="done" label={t('departments.complete')} />;
  return row.gap < 0 ? <StatusMark kind="warning" label={t('departments.behind')} /> : <StatusMark kind="running" label={t('departments.onPlan')} />;
}
