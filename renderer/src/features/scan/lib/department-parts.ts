import type { HostErrorCode, RunDepartment } from '../../../../../shared/model/scan.ts';

/** One department's hosts behind one cause. */
export interface CauseShare {
  /** Null: hosts listed without a department. */
  readonly departmentName: string | null;
  readonly count: number;
}

/** The departments with this cause, those with most hosts first. */
export function sharesOf(departments: readonly RunDepartment[], code: HostErrorCode): readonly CauseShare[] {
  return departments
    .flatMap(({ departmentName, errorGroups }): CauseShare[] => {
      const count = errorGroups.find((group) => group.code === code)?.count;
      return count === undefined ? [] : [{ departmentName, count }];
    })
    .sort((left, right) => right.count - left.count);
}

/** Hosts of a department whose contact is over. */
export function contacted({ counts }: Pick<RunDepartment, 'counts'>): number {
  return counts.total - counts.queued - counts.running;
}

/** The list of held departments with one more or one less. */
export function toggleHeld(held: readonly string[], departmentName: string): string[] {
  return held.includes(departmentName) ? held.filter((name) => name !== departmentName) : [...held, departmentName];
}
