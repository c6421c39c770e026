import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemIdSchema } from '../../../../../shared/kernel/ids.ts';
import type { PagedRows } from '../../../api/use-paged-rows.ts';
import { Button } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable, type DataTableProps } from '../../../ui/table/data-table.tsx';
import { NO_SELECTION } from '../../../ui/table/selection.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import type { SystemAssessment } from '../lib/sizing-change.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { useRuleReason } from './use-rule-reason.ts';

export interface SystemsAssessmentProps {
  readonly systems: PagedRows<'assessment.listSystems'>;
  readonly activeId: string | undefined;
  readonly onOpen: (systemId: string) => void;
  readonly placeholder: DataTableProps<SystemAssessment>['placeholder'];
}

const idOf = (row: SystemAssessment): string => row.systemId;

/** The strategy of every system with its reason, effort and price. */
export function SystemsAssessment({ systems, activeId, onOpen, placeholder }: SystemsAssessmentProps) {
  const { t } = useTranslation(['assessment', 'exports']);
  const format = useFormat();
  const reasonOf = useRuleReason();
  const [selection, setSelection] = useState(NO_SELECTION);
  const [overriding, setOverriding] = useState(false);
  const columns = useMemo((): readonly Column<SystemAssessment>[] => {
    const strategy = (row: SystemAssessment): string => t(`exports:strategy.${row.result.strategy}`);
    return [
      { key: 'name', title: t('column.name'), width: 240, cell: (row) => row.name, text: (row) => row.name },
      { key: 'department', title: t('column.department'), width: 180, cell: (row) => row.departmentName, text: (row) => row.departmentName },
      { key: 'servers', title: t('column.servers'), width: 80, align: 'right', cell: (row) => format.count(row.serverCount), text: (row) => String(row.serverCount) },
      { key: 'strategy', title: t('column.strategy'), width: 150, cell: (row) => <>{strategy(row)}{row.overridden ? <span className="muted"> · {t('overridden')}</span> : null}</>, text: strategy },
      { key: 'layer', title: t('column.layer'), width: 80, cell: (row) => row.result.layer ?? '-', text: (row) => row.result.layer ?? '' },
      { key: 'reason', title: t('column.reason'), width: 400, cell: (row) => <span title={reasonOf(row.result)}>{reasonOf(row.result)}</span>, text: (row) => reasonOf(row.result) },
      { key: 'effort', title: t('column.effort'), width: 150, align: 'right', cell: (row) => format.number(row.result.effortPersonDays), text: (row) => String(row.result.effortPersonDays) },
      { key: 'price', title: t('column.price'), width: 130, align: 'right', cell: (row) => format.money(row.pricePerMonthMinor, row.currency), text: (row) => format.money(row.pricePerMonthMinor, row.currency) },
    ];
  }, [t, format, reasonOf]);
  const layout = useColumnLayout('assessment.systems', columns);
  const activate = useCallback((row: SystemAssessment) => onOpen(row.systemId), [onOpen]);
  return (
    <>
      <DataTable
        label={t('systemsTable')}
        columns={layout}
        rows={systems}
        idOf={idOf}
        selection={selection}
        onSelect={setSelection}
        selectionActions={<Button size="small" icon="edit" onClick={() => setOverriding(true)}>{t('override.button', { count: selection.ids.size })}</Button>}
        activeId={activeId}
        onActivate={activate}
        stale={systems.isStale}
        placeholder={placeholder}
      />
      {overriding ? <OverrideDialog systemIds={[...selection.ids].flatMap((id) => systemIdSchema.safeParse(id).data ?? [])} onClose={() => setOverriding(false)} /> : null}
    </>
  );
}
