import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { usePagedRows } from '../../../api/use-paged-rows.ts';

export type DepartmentSummary = OutputOf<'organisation.listDepartments'>['rows'][number];

/** All departments for choices; a city has some hundreds, so more than one page. */
export function useAllDepartments(): readonly DepartmentSummary[] {
  const { load, total, first } = usePagedRows('organisation.listDepartments', { text: '' });
  const [departments, setDepartments] = useState<readonly DepartmentSummary[]>([]);
  useEffect(() => {
    let current = true;
    if (total > 0) void load(0, total - 1).then((rows) => (current ? setDepartments(rows) : undefined));
    else setDepartments([]);
    return () => {
      current = false;
    };
    // `first` changes when the register does; `load` alone would keep the former rows.
  }, [load, total, first]);
  return departments;
}
