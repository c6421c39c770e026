import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProjectFile, openProjectFile, verifyProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';
import { TEST_INSTANT } from '../support/builders.ts';
import { tempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');

/** strace makes the Nth sync of the process fail; false when there is no strace or it may not trace. */
function canInject(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
}

test.skipIf(!canInject()).each([30, 37, 52])('D05 sync number %i fails: the change is not acknowledged and writing stops for good', { timeout: 60_000 }, (when) => {
  const path = join(tempDir('eio'), 'city.landfall');
  createProjectFile(path);
  const inject = ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', `inject=fsync,fdatasync:error=EIO:when=${when}`];
  const writer = [process.execPath, join(ROOT, 'test/support/run-typescript.mjs'), 'test/support/write-until-error.ts', path];
  const child = spawnSync('strace', [...inject, ...writer], { cwd: ROOT, encoding: 'utf8' });
  const told = JSON.parse(child.stdout) as { acknowledged: number; first: string; second: string };
  expect(told).toMatchObject({ first: 'storage.io_failed', second: 'storage.io_failed' });
  const project = openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
  const count = project.allRaw<{ count: number }>('SELECT count(*) AS count FROM department')[0]?.count;
  expect(count).toBeGreaterThanOrEqual(told.acknowledged);
  expect(count).toBeLessThanOrEqual(told.acknowledged + 1);
  expect(verifyProjectFile(project.path)).toMatchObject({ integrity: 'ok', auditValid: true, auditRows: count });
  project.close();
});
