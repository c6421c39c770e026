import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import { runDepartmentSchema, type HostErrorCode, type RunDepartment, type ScanRun } from '../../../../shared/model/scan.ts';
import { listDepartmentCounts, listDepartmentErrors } from './store.ts';
import type { ProjectDatabase } from '../../db/index.ts';

/** Each department's part of a run, by name; hosts listed without one come last. */
export function listRunDepartments(database: ProjectDatabase, runId: ScanRunId): RunDepartment[] {
  return database.read(() => {
    const parts = new Map<string | null, { counts: ScanRun['counts']; errorGroups: { code: HostErrorCode; count: number }[] }>();
    for (const { departmentName, state, count } of listDepartmentCounts(database, runId)) {
      const part = parts.get(departmentName) ?? { counts: { total: 0, queued: 0, running: 0, done: 0, partial: 0, failed: 0, skipped: 0 }, errorGroups: [] };
      part.counts[state] += count;
      part.counts.total += count;
      parts.set(departmentName, part);
    }
    for (const { departmentName, code, count } of listDepartmentErrors(database, runId)) parts.get(departmentName)?.errorGroups.push({ code, count });
    return [...parts].map(([departmentName, part]) => runDepartmentSchema.parse({ departmentName, ...part }));
  });
}
