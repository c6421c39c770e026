import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { storageError } from './storage-error.ts';

/** Makes a rename or a new file durable: its directory entry is on disk too. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Throws `project.damaged` when SQLite finds a fault in the file. */
export function checkCopy(path: string): void {
  const copy = new Database(path, { readonly: true });
  try {
    const verdict = copy.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new AppError('project.damaged', { reason: 'quickCheck', detail: String(verdict).slice(0, 200) });
  } finally {
    copy.close();
  }
}

/** Makes a copy one plain file, on disk and sound. Throws `project.damaged`. At city size that is a second's work: run it in a worker. */
export function sealCopy(path: string): void {
  const copy = new Database(path);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  checkCopy(path);
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Copies the live database page by page while work goes on. Only a copy that could be sealed gets the wished name;
 * a failed one is removed and an older file of that name is intact.
 */
export async function copyDatabase(database: Database.Database, target: string, seal: (path: string) => Promise<void>): Promise<void> {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    await database.backup(partial, { progress: () => 1000 });
    await seal(partial);
    renameSync(partial, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(partial, { force: true });
    throw storageError(error);
  }
}
