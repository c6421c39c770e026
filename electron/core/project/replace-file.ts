import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { checkCopy, checkFileHeader, fileError, syncFolder } from '../db/index.ts';
import { createBackupFolder, type Backup } from './backup-folder.ts';

/** Puts a copy of `by` in the place of a closed project: checked beside it, then renamed, so there is always a whole file. */
export function replaceFile(path: string, by: string): void {
  const partial = `${path}.restoring`;
  try {
    copyFileSync(by, partial);
    checkCopy(partial);
    renameSync(partial, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(partial, { force: true });
    throw fileError(error, path);
  }
}

/** Keeps a damaged project under a name of its own, with its WAL; nothing is ever deleted. Returns the new path. */
export function setDamagedAside(path: string, now: Date): string {
  const aside = `${path}.damaged-${now.toISOString().replaceAll(':', '-')}`;
  for (const suffix of ['', '-wal', '-shm', '-journal']) if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${aside}${suffix}`);
  return aside;
}

/** The newest backup that passes SQLite's check. Throws `record.not_found` when there is none. */
export function newestSoundBackup(path: string): { backup: Backup; file: string } {
  const folder = createBackupFolder(path);
  for (const backup of folder.list()) {
    const file = folder.pathOf(backup.id);
    try {
      checkFileHeader(file);
      checkCopy(file);
      return { backup, file };
    } catch {
      // A damaged backup is passed over for an older one.
    }
  }
  throw new AppError('record.not_found', { kind: 'backup' });
}
