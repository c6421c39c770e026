import { formatFilter } from '../../../../../shared/engine/filter/format-filter.ts';

/** The inventory's filter for the servers of a system, whatever its name contains. */
export function systemFilter(name: string): string {
  return formatFilter([{ kind: 'contains', negated: false, field: 'systemName', values: [name.trim()] }]);
}
