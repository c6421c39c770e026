import type { Logger } from '../ports/logger.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { OpenProject } from '../db/index.ts';
import { createBackupFolder, type Backup } from './backup-folder.ts';
import type { BackupEntry } from './backup-retention.ts';
import { readLastAuditAt } from './store.ts';

export interface ProjectBackupsOptions {
  readonly now: () => Date;
  readonly log: Logger;
  /** Throws `project.not_open`. */
  readonly project: () => OpenProject;
  /** Proves a copy off this thread; throws `project.damaged`. */
  readonly sealCopy: (path: string) => Promise<void>;
}

export interface ProjectBackups {
  /** Copies the open project and drops what retention no longer keeps. */
  readonly make: (reason: BackupEntry['reason']) => Promise<Backup>;
  /** Starts the backup of the day in the background when the last one is a day old and there is something to keep. */
  readonly makeDaily: (project: OpenProject) => void;
  /** Resolves when no backup is under way in the background. */
  readonly idle: () => Promise<void>;
}

const DAY_MS = 86_400_000;

export function createProjectBackups(options: ProjectBackupsOptions): ProjectBackups {
  let underWay: Promise<unknown> = Promise.resolve();
  const make = async (reason: BackupEntry['reason']): Promise<Backup> => {
    const project = options.project();
    const folder = createBackupFolder(project.path);
    const path = folder.newPath(reason, options.now());
    await project.backUp(path, options.sealCopy);
    folder.removeSurplus();
    const made = folder.list().find((backup) => path.endsWith(`${backup.id}.landfall`));
    if (!made) throw new AppError('storage.io_failed', { path });
    return made;
  };
  return {
    make,
    makeDaily: (project) => {
      if (project.mode !== 'writable' || readLastAuditAt(project) === null) return;
      const newest = createBackupFolder(project.path).list().find((backup) => backup.reason === 'daily');
      if (newest && options.now().getTime() - Date.parse(newest.at) < DAY_MS) return;
      underWay = make('daily').catch((error: unknown) => options.log.warn('backup.failed', { reason: 'daily', error }));
    },
    idle: async () => {
      await underWay;
    },
  };
}
