import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createProjectFile, openProjectFile, type OpenProject } from '../../electron/core/db/index.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';
import { TEST_INSTANT } from './builders.ts';
import { tempDir } from './temp-dir.ts';

/** A real project file without a core around it, closed when the test ends. */
export function openTestProject(path = join(tempDir('project'), 'city.landfall'), now: () => Date = () => new Date(TEST_INSTANT)): OpenProject {
  createProjectFile(path);
  const project = openProjectFile(path, { now, afterRestore, backupBeforeMigration: () => undefined });
  onTestFinished(() => project.close());
  return project;
}
