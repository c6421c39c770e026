import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemSummary } from '../../../../../shared/model/service-system.ts';
import type { Column } from '../../../ui/table/column.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { SYSTEM_COLUMNS, type SystemColumn } from '../lib/systems-search.ts';

const WIDTHS: Readonly<Record<SystemColumn, number>> = { name: 260, code: 110, departmentName: 180, criticality: 100, environment: 116, protectionLevel: 124, owner: 120, serverCount: 80, vcpuCount: 80, memBytes: 100, usedStorageBytes: 110 };
const NUMBERS: ReadonlySet<SystemColumn> = new Set(['protectionLevel', 'serverCount', 'vcpuCount', 'memBytes', 'usedStorageBytes']);

/** Columns of the register of systems. */
export function useSystemColumns(): readonly Column<SystemSummary>[] {
  const { t } = useTranslation(['systems', 'exports']);
  const format = useFormat();
  return useMemo(() => {
    const textOf = (system: SystemSummary, column: SystemColumn): string => {
      switch (column) {
        case 'criticality': return system.criticality === null ? '-' : t(`exports:criticality.${system.criticality}`);
        case 'environment': return system.environment === null ? '-' : t(`exports:environment.${system.environment}`);
        case 'memBytes':
        case 'usedStorageBytes': return format.bytes(system[column]);
        case 'serverCount':
        case 'vcpuCount':
        case 'protectionLevel': return format.count(system[column]);
        default: return system[column] ?? '-';
      }
    };
    return SYSTEM_COLUMNS.map((column): Column<SystemSummary> => ({
      key: column, title: t(`column.${column}`), width: WIDTHS[column], align: NUMBERS.has(column) ? 'right' : 'left', sortable: true,
      cell: (system) => <span title={textOf(system, column)}>{textOf(system, column)}</span>, text: (system) => textOf(system, column),
    }));
  }, [t, format]);
}
