import { useEffect, useState } from 'react';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';

export interface SystemChoice {
  readonly value: SystemId;
  readonly label: string;
}

/** All systems for choices, over as many pages as there are. */
export function useAllSystems(): readonly SystemChoice[] {
  const { load, total, first } = usePagedRows('organisation.listSystems', { text: '', sort: [] });
  const [systems, setSystems] = useState<readonly SystemChoice[]>([]);
  useEffect(() => {
    let current = true;
    if (total > 0) void load(0, total - 1).then((rows) => (current ? setSystems(rows.map(({ id, name, departmentName }) => ({ value: id, label: `${name} · ${departmentName}` }))) : undefined));
    return () => {
      current = false;
    };
    // `first` changes when the register does; `load` alone would keep the former rows.
  }, [load, total, first]);
  return systems;
}
