import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openProjectFile, verifyProjectFile } from '../../electron/core/db/index.ts';
import { migrate, versionOf } from '../../electron/core/db/migrate.ts';
import { NEWEST_VERSION } from '../../electron/core/db/migrations/migration-list.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';
import { TEST_INSTANT } from '../support/builders.ts';
import { tempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');
const DEPARTMENTS = 2000;
const POINTS = 20;

function canInject(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
}

/** A project of the first version with rows in it, as the first release left it. */
function oldProject(path: string): void {
  const database = new Database(path);
  migrate(database, 1);
  const insert = database.prepare('INSERT INTO department (id, name) VALUES (?, ?)');
  database.transaction(() => {
    for (let index = 0; index < DEPARTMENTS; index += 1) insert.run(`d${index}`, `部门 ${index}`);
  })();
  database.close();
}

function openUnder(path: string, dataDir: string, ...strace: string[]) {
  const opener = [process.execPath, join(ROOT, 'test/support/run-typescript.mjs'), 'test/support/open-project-once.ts', path, dataDir];
  return spawnSync('strace', ['-f', '-qq', ...strace, ...opener], { cwd: ROOT, encoding: 'utf8' });
}

function countRows(path: string): { version: number; departments: number | undefined } {
  const database = new Database(path, { readonly: true });
  try {
    return { version: versionOf(database), departments: database.prepare<[], { count: number }>('SELECT count(*) AS count FROM department').get()?.count };
  } finally {
    database.close();
  }
}

/** Whole copies only; a cut-off one does not bear a backup's name. */
function backupsOf(path: string): string[] {
  const folder = `${path}.backups`;
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.landfall')).map((name) => join(folder, name)) : [];
}

test.skipIf(!canInject())(`D04 a process killed at ${POINTS} writes of a migration leaves the old file or the new one, and a whole backup`, { timeout: 300_000 }, () => {
  const folder = tempDir('migration-crash');
  const source = join(folder, 'first.landfall');
  oldProject(source);
  const traced = join(folder, 'writes.txt');
  const undisturbed = join(folder, 'undisturbed.landfall');
  copyFileSync(source, undisturbed);
  expect(openUnder(undisturbed, join(folder, 'data'), '-e', 'trace=pwrite64', '-o', traced).status).toBe(0);
  const writes = readFileSync(traced, 'utf8').split('\n').filter((line) => line.includes('pwrite64(')).length;
  expect(writes).toBeGreaterThan(POINTS);

  let cutOffBefore = 0;
  for (let point = 0; point < POINTS; point += 1) {
    const path = join(folder, `killed-${point}.landfall`);
    copyFileSync(source, path);
    const when = 1 + Math.floor((point * writes) / POINTS);
    openUnder(path, join(folder, 'data'), '-o', '/dev/null', '-e', 'trace=pwrite64', '-e', `inject=pwrite64:signal=SIGKILL:when=${when}`);
    for (const backup of backupsOf(path)) expect(countRows(backup)).toEqual({ version: 1, departments: DEPARTMENTS });
    const project = openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => void (cutOffBefore += 1) });
    expect(project.allRaw<{ count: number }>('SELECT count(*) AS count FROM department')[0]?.count).toBe(DEPARTMENTS);
    expect(verifyProjectFile(path).integrity).toBe('ok');
    project.close();
    expect(countRows(path)).toEqual({ version: NEWEST_VERSION, departments: DEPARTMENTS });
  }
  expect(cutOffBefore).toBeGreaterThan(0);
  expect(cutOffBefore).toBeLessThan(POINTS);
});
