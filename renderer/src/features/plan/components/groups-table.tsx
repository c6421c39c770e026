import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../../../shared/model/plan.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';
import type { PlanView } from '../lib/plan-view.ts';

type MoveGroup = Plan['groups'][number];

export interface GroupsTableProps {
  readonly view: PlanView;
  readonly onOpen: (systemId: string) => void;
}

const idOf = (group: MoveGroup): string => group.id;

/** Move groups of two and more systems, the largest first. */
export function GroupsTable({ view, onOpen }: GroupsTableProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const rows = useMemo(() => arrayRows(view.plan.groups.filter((group) => group.itemIds.length > 1).toSorted((left, right) => right.itemIds.length - left.itemIds.length)), [view]);
  const columns = useMemo((): readonly Column<MoveGroup>[] => {
    const items = new Map(view.items.map((item) => [item.id, item]));
    const waves = new Map(view.plan.assignments.map((assignment) => [assignment.itemId, assignment.waveIndex]));
    const names = (ids: readonly string[]): string => ids.map((itemId) => items.get(itemId)?.name ?? itemId).join(', ');
    const servers = (group: MoveGroup): number => group.itemIds.reduce((sum, itemId) => sum + (items.get(itemId)?.serverCount ?? 0), 0);
    const wave = (group: MoveGroup): string => [...new Set(group.itemIds.flatMap((itemId) => waves.get(itemId) ?? []))].toSorted((left, right) => left - right).join(', ') || '-';
    const why = (group: MoveGroup): string => group.reasons.map((reason) => (reason.kind === 'single' ? t('why.single', { name: names(reason.itemIds) }) : t(`why.${reason.kind}`, { names: names(reason.itemIds) }))).join('; ');
    return [
      { key: 'systems', title: t('groups.group'), width: 360, cell: (group) => <span title={names(group.itemIds)}>{names(group.itemIds)}</span>, text: (group) => names(group.itemIds) },
      { key: 'size', title: t('groups.size'), width: 80, align: 'right', cell: (group) => format.count(group.itemIds.length), text: (group) => String(group.itemIds.length) },
      { key: 'servers', title: t('groups.servers'), width: 90, align: 'right', cell: (group) => format.count(servers(group)), text: (group) => String(servers(group)) },
      { key: 'wave', title: t('groups.wave'), width: 80, align: 'right', cell: wave, text: wave },
      { key: 'why', title: t('groups.why'), width: 560, cell: (group) => <span title={why(group)}>{why(group)}</span>, text: why },
    ];
  }, [t, format, view]);
  const layout = useColumnLayout('plan.groups', columns);
  const open = (group: MoveGroup): void => {
    const [first] = group.itemIds;
    if (first !== undefined) onOpen(first);
  };
  return <DataTable label={t('groups.table')} columns={layout} rows={rows} idOf={idOf} onActivate={open} placeholder={<EmptyState title={t('groups.singles', { count: view.plan.groups.length })} />} />;
}
