import { useMemo } from 'react';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { useAllRows } from '../../../api/use-all-rows.ts';

export interface SystemChoice {
  readonly value: SystemId;
  readonly label: string;
}

/** All systems for choices, over as many pages as there are. */
export function useAllSystems(): readonly SystemChoice[] {
  const rows = useAllRows('organisation.listSystems', { text: '', sort: [] });
  return useMemo(() => (rows ?? []).map(({ id, name, departmentName }) => ({ value: id, label: `${name} · ${departmentName}` })), [rows]);
}
