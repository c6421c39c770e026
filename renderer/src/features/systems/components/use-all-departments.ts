import type { RowOf } from '../../../api/paged-method.ts';
import { useAllRows } from '../../../api/use-all-rows.ts';

export type DepartmentSummary = RowOf<'organisation.listDepartments'>;

const NONE: readonly DepartmentSummary[] = [];

/** All departments for choices; a city has some hundreds, so more than one page. */
export function useAllDepartments(): readonly DepartmentSummary[] {
  return useAllRows('organisation.listDepartments', { text: '' }) ?? NONE;
}
