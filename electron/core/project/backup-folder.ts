import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { backupsToKeep, type BackupEntry } from './backup-retention.ts';

export interface Backup extends BackupEntry {
  readonly sizeBytes: number;
}

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)-(daily|migration|bulk-edit|requested|before-restore)\.landfall$/;

function isReason(text: string | undefined): text is BackupEntry['reason'] {
  return text === 'daily' || text === 'migration' || text === 'bulk-edit' || text === 'requested' || text === 'before-restore';
}

/** `2026-11-23T12-41-15-000Z` back to an ISO instant. */
function instantOf(stamp: string): string {
  return stamp.replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/, 'T$1:$2:$3.$4Z');
}

/** `<project>.backups/`: one whole project file per backup, named by time and reason, usable without this program. */
export function createBackupFolder(projectPath: string) {
  const folder = `${projectPath}.backups`;
  const list = (): Backup[] => {
    if (!existsSync(folder)) return [];
    const found = readdirSync(folder).flatMap((name): Backup[] => {
      const match = NAME.exec(name);
      const reason = match?.[2];
      if (!match?.[1] || !isReason(reason)) return [];
      return [{ id: name.replace(/\.landfall$/, ''), at: instantOf(match[1]), reason, sizeBytes: statSync(join(folder, name)).size }];
    });
    return found.sort((left, right) => (left.at < right.at ? 1 : -1));
  };
  return {
    list,
    /** Makes the folder and names a new backup. */
    newPath: (reason: BackupEntry['reason'], now: Date): string => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return join(folder, `${now.toISOString().replaceAll(':', '-').replace('.', '-')}-${reason}.landfall`);
    },
    pathOf: (id: string): string => {
      const known = list().some((backup) => backup.id === id);
      if (!known) throw new AppError('record.not_found', { kind: 'backup', id });
      return join(folder, `${id}.landfall`);
    },
    removeSurplus: () => {
      const all = list();
      const kept = new Set(backupsToKeep(all).map((backup) => backup.id));
      for (const backup of all) if (!kept.has(backup.id)) rmSync(join(folder, `${backup.id}.landfall`), { force: true });
    },
  };
}
