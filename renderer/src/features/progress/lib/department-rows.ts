import type { Progress } from '../../../../../shared/model/tracking.ts';

export interface DepartmentRow {
  readonly departmentId: string;
  readonly name: string;
  readonly total: number;
  readonly adopted: number;
  readonly proven: number;
  readonly plannedByToday: number;
  readonly adoptedRatio: number;
  readonly plannedRatio: number;
  /** Negative: behind the plan, in the unit of the measure. */
  readonly gap: number;
  readonly lateCount: number;
}

/** Departments, the ones furthest behind first. A department without anything to move is complete. */
export function departmentRows(departments: Progress['departments']): readonly DepartmentRow[] {
  return departments
    .map((department) => ({
      departmentId: department.departmentId, name: department.name, total: department.total, adopted: department.adopted, proven: department.proven, plannedByToday: department.plannedByToday,
      adoptedRatio: department.total === 0 ? 1 : department.adopted / department.total,
      plannedRatio: department.total === 0 ? 1 : department.plannedByToday / department.total,
      gap: department.adopted - department.plannedByToday,
      lateCount: department.lateSystemIds.length,
    }))
    .toSorted((left, right) => left.gap - right.gap || right.lateCount - left.lateCount || left.name.localeCompare(right.name, 'zh-CN'));
}
