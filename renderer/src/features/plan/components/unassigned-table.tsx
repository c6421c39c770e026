import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import type { PlanItemView, PlanView } from '../lib/plan-view.ts';

interface UnplacedRow {
  readonly item: PlanItemView;
  readonly reason: PlanView['plan']['unassigned'][number];
}

export interface UnassignedTableProps {
  readonly view: PlanView;
  readonly activeId: string | undefined;
  readonly paramsText: (params: Readonly<Record<string, string | number>>) => string;
  readonly onOpen: (systemId: string) => void;
}

const idOf = (row: UnplacedRow): string => row.item.id;

/** Systems that fit into no wave, each with the limit that stopped it. */
export function UnassignedTable({ view, activeId, paramsText, onOpen }: UnassignedTableProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const rows = useMemo(() => {
    const items = new Map(view.items.map((item) => [item.id, item]));
    return arrayRows(view.plan.unassigned.flatMap((reason): UnplacedRow[] => {
      const item = items.get(reason.itemId);
      return item === undefined ? [] : [{ item, reason }];
    }));
  }, [view]);
  const columns = useMemo((): readonly Column<UnplacedRow>[] => {
    const reasonText = (row: UnplacedRow): string => t(`reason.${row.reason.reason}`);
    return [
      { key: 'name', title: t('unassigned.system'), width: 240, cell: (row) => row.item.name, text: (row) => row.item.name },
      { key: 'department', title: t('unassigned.department'), width: 200, cell: (row) => row.item.departmentName, text: (row) => row.item.departmentName },
      { key: 'servers', title: t('unassigned.servers'), width: 90, align: 'right', cell: (row) => format.count(row.item.serverCount), text: (row) => String(row.item.serverCount) },
      { key: 'reason', title: t('unassigned.reason'), width: 360, cell: reasonText, text: reasonText },
      { key: 'detail', title: t('violation.detail'), width: 320, cell: (row) => <span className="muted">{paramsText(row.reason.params)}</span>, text: (row) => paramsText(row.reason.params) },
    ];
  }, [t, format, paramsText]);
  const layout = useColumnLayout('plan.unassigned', columns);
  return <DataTable label={t('unassigned.table')} columns={layout} rows={rows} idOf={idOf} activeId={activeId} onActivate={(row) => onOpen(row.item.id)} placeholder={<EmptyState title={t('unassigned.none.title')} text={t('unassigned.none.text')} />} />;
}
