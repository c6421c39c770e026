import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanViolation } from '../../../../../shared/model/plan.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { StatusMark, type StatusKind } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import type { PlanView } from '../lib/plan-view.ts';

type ViolationRow = PlanViolation & { readonly key: string };

export interface ViolationsTableProps {
  readonly view: PlanView;
  readonly paramsText: (params: Readonly<Record<string, string | number>>) => string;
  readonly onOpen: (systemId: string) => void;
}

const SEVERITY: Readonly<Record<PlanViolation['severity'], StatusKind>> = { hard: 'blocked', medium: 'warning', soft: 'waiting' };
const ORDER: readonly PlanViolation['severity'][] = ['hard', 'medium', 'soft'];
const idOf = (row: ViolationRow): string => row.key;

/** Every rule the plan breaks, the hard ones first. */
export function ViolationsTable({ view, paramsText, onOpen }: ViolationsTableProps) {
  const { t } = useTranslation('plan');
  const rows = useMemo(() => arrayRows(view.plan.violations.toSorted((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity)).map((violation, index): ViolationRow => ({ ...violation, key: String(index) }))), [view]);
  const columns = useMemo((): readonly Column<ViolationRow>[] => {
    const names = new Map(view.items.map((item) => [item.id, item.name]));
    const systems = (row: ViolationRow): string => row.itemIds.map((itemId) => names.get(itemId) ?? itemId).join(', ');
    const wave = (row: ViolationRow): string => (row.waveIndex === null ? '-' : String(row.waveIndex));
    return [
      { key: 'severity', title: t('violation.severity'), width: 110, cell: (row) => <StatusMark kind={SEVERITY[row.severity]} label={t(`violation.severities.${row.severity}`)} />, text: (row) => t(`violation.severities.${row.severity}`) },
      { key: 'rule', title: t('violation.rule'), width: 280, cell: (row) => t(`violation.rules.${row.rule}`), text: (row) => t(`violation.rules.${row.rule}`) },
      { key: 'wave', title: t('violation.wave'), width: 70, align: 'right', cell: wave, text: wave },
      { key: 'detail', title: t('violation.detail'), width: 360, cell: (row) => paramsText(row.params), text: (row) => paramsText(row.params) },
      { key: 'systems', title: t('violation.systems'), width: 400, cell: (row) => <span title={systems(row)}>{systems(row)}</span>, text: systems },
    ];
  }, [t, view, paramsText]);
  const layout = useColumnLayout('plan.violations', columns);
  const open = (row: ViolationRow): void => {
    const [first] = row.itemIds;
    if (first !== undefined) onOpen(first);
  };
  return <DataTable label={t('violation.table')} columns={layout} rows={rows} idOf={idOf} onActivate={open} placeholder={<EmptyState title={t('violation.none.title')} text={t('violation.none.text')} />} />;
}
