import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue, Flavour } from '../../../../../shared/model/catalogue.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { arrayRows } from '../../../ui/table/row-source.ts';
import { useColumnLayout } from '../../../ui/table/use-column-layout.ts';
import { useFormat } from '../../../ui/use-format.ts';

export interface FlavoursTableProps {
  readonly catalogue: Catalogue;
  readonly text: string;
}

const idOf = (flavour: Flavour): string => flavour.id;

/** Server sizes on offer, by architecture and size. */
export function FlavoursTable({ catalogue, text }: FlavoursTableProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const rows = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const holds = (flavour: Flavour): boolean => [flavour.name, flavour.id, flavour.family, flavour.architecture].some((one) => one.toLocaleLowerCase().includes(wanted));
    return arrayRows(catalogue.flavours.filter(holds).toSorted((left, right) => left.architecture.localeCompare(right.architecture) || left.vcpuCount - right.vcpuCount || left.memBytes - right.memBytes));
  }, [catalogue, text]);
  const columns = useMemo((): readonly Column<Flavour>[] => {
    const price = (flavour: Flavour): string => format.money(flavour.pricePerMonthMinor, catalogue.currency);
    return [
      { key: 'name', title: t('flavour.name'), width: 300, cell: (flavour) => flavour.name, text: (flavour) => flavour.name },
      { key: 'id', title: t('flavour.id'), width: 150, cell: (flavour) => <span className="mono">{flavour.id}</span>, text: (flavour) => flavour.id },
      { key: 'family', title: t('flavour.family'), width: 150, cell: (flavour) => flavour.family, text: (flavour) => flavour.family },
      { key: 'architecture', title: t('flavour.architecture'), width: 120, cell: (flavour) => flavour.architecture, text: (flavour) => flavour.architecture },
      { key: 'vcpu', title: t('flavour.vcpu'), width: 90, align: 'right', cell: (flavour) => format.count(flavour.vcpuCount), text: (flavour) => String(flavour.vcpuCount) },
      { key: 'memory', title: t('flavour.memory'), width: 110, align: 'right', cell: (flavour) => format.bytes(flavour.memBytes), text: (flavour) => format.bytes(flavour.memBytes) },
      { key: 'price', title: t('flavour.price'), width: 160, align: 'right', cell: price, text: price },
    ];
  }, [t, format, catalogue]);
  const layout = useColumnLayout('catalogue.flavours', columns);
  return <DataTable label={t('flavour.table')} columns={layout} rows={rows} idOf={idOf} placeholder={<EmptyState title={t('emptyFilter')} />} />;
}
