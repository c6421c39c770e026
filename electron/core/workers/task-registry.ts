import { checkPlanTask } from './tasks/check-plan.ts';
import { createPlanTask } from './tasks/create-plan.ts';
import { findRelaxationsTask } from './tasks/find-relaxations.ts';
import { readTableTask } from './tasks/read-table.ts';
import { sealCopyTask } from './tasks/seal-copy.ts';
import { verifyProjectTask } from './tasks/verify-project.ts';
import { writeExportTask } from './tasks/write-export.ts';
import { writeFixItTask } from './tasks/write-fix-it.ts';

/** Every task a worker can run: pure functions of structured-clonable data. */
export const TASKS = {
  checkPlan: checkPlanTask,
  createPlan: createPlanTask,
  findRelaxations: findRelaxationsTask,
  readTable: readTableTask,
  sealCopy: sealCopyTask,
  verifyProject: verifyProjectTask,
  writeExport: writeExportTask,
  writeFixIt: writeFixItTask,
} as const;

export interface TaskCall {
  readonly onProgress: (fraction: number) => void;
}
export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
