import { existsSync, realpathSync, renameSync } from 'node:fs';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { Logger } from '../ports/logger.ts';
import { checkCopy, createProjectFile, openProjectFile, type OpenProject, type ProjectDatabase, type Restoration } from '../db/index.ts';
import { createBackupFolder, type Backup } from './backup-folder.ts';
import { createProjectBackups, type ProjectBackups } from './project-backups.ts';
import type { BackupEntry } from './backup-retention.ts';
import { newestSoundBackup, replaceFile, setDamagedAside } from './replace-file.ts';
import { writeMeta } from './store.ts';

export interface SessionOptions {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly log: Logger;
  readonly userName: () => string;
  readonly afterRestore: (database: ProjectDatabase, restorations: readonly Restoration[]) => void;
  /** Jobs belong to a project: told after one was opened and before it is closed. */
  readonly onOpened: () => void;
  readonly onClosing: () => Promise<void>;
  /** Proves a backup copy off this thread; throws `project.damaged`. */
  readonly sealCopy: (path: string) => Promise<void>;
}

export interface ProjectSession {
  current(): OpenProject | undefined;
  /** Throws `project.not_open`. */
  project(): OpenProject;
  create(path: string, name: string): Promise<OpenProject>;
  /** `demandWritable`: throws `project.locked` or `project.read_only` instead of opening read-only. */
  open(path: string, demandWritable: boolean): Promise<OpenProject>;
  close(): Promise<void>;
  backUp(reason: BackupEntry['reason']): Promise<Backup>;
  listBackups(): Backup[];
  restore(backupId: string): Promise<OpenProject>;
  /** For a file that is refused as damaged: keeps it aside and puts its newest sound backup in its place. A sound file is only opened. */
  recover(path: string): Promise<Recovery>;
}

export interface Recovery {
  /** undefined: the file was sound. */
  readonly used: { readonly backup: Backup; readonly damagedFile: string } | undefined;
}

/** Throws the code that tells why a read-only project cannot be written. */
export function refuseReadOnly(project: OpenProject): void {
  if (project.mode === 'writable') return;
  const owner = project.lockedBy;
  if (owner) throw new AppError('project.locked', { pid: owner.pid, host: owner.host, since: owner.since });
  throw new AppError('project.read_only', { path: project.path });
}

interface ReplacementTools extends Pick<SessionOptions, 'now' | 'userName'> {
  readonly project: () => OpenProject;
  readonly open: (path: string, demandWritable: boolean) => Promise<OpenProject>;
  readonly closeCurrent: () => Promise<void>;
  readonly backups: ProjectBackups;
}

/** The two ways a backup takes the place of the project file. */
function createReplacements({ now, userName, project, open, closeCurrent, backups }: ReplacementTools): Pick<ProjectSession, 'restore' | 'recover'> {
  const reopen = async (path: string, action: string, backupId: string) => {
    const replaced = await open(path, true);
    replaced.record({ action, by: userName(), summary: { backup: backupId } }, () => undefined);
    return replaced;
  };
  return {
    restore: async (backupId) => {
      const { path } = project();
      const source = createBackupFolder(path).pathOf(backupId);
      checkCopy(source);
      await backups.make('before-restore');
      await closeCurrent();
      replaceFile(path, source);
      return reopen(path, 'project.restore', backupId);
    },
    recover: async (path) => {
      try {
        await open(path, true);
        return { used: undefined };
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'project.damaged') throw error;
      }
      const { backup, file } = newestSoundBackup(path);
      const damagedFile = setDamagedAside(path, now());
      replaceFile(path, file);
      await reopen(path, 'project.recover', backup.id);
      return { used: { backup, damagedFile } };
    },
  };
}

/** At most one open project; opening, closing and restoring follow each other. */
export function createProjectSession(options: SessionOptions): ProjectSession {
  let current: OpenProject | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const oneAfterTheOther = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };
  const project = (): OpenProject => {
    if (!current) throw new AppError('project.not_open');
    return current;
  };
  const openFile = (path: string) =>
    openProjectFile(path, {
      now: options.now,
      afterRestore: options.afterRestore,
      backupBeforeMigration: (database) => {
        const copy = createBackupFolder(path).newPath('migration', options.now());
        // Under its own name only when it is whole: a process killed here must leave no backup that is none.
        database.prepare('VACUUM INTO ?').run(`${copy}.partial`);
        renameSync(`${copy}.partial`, copy);
      },
    });
  const backups = createProjectBackups({ ...options, project });
  const closeCurrent = async () => {
    if (!current) return;
    await options.onClosing();
    await backups.idle();
    current.close();
    current = undefined;
  };
  const become = async (next: OpenProject) => {
    await closeCurrent();
    current = next;
    options.onOpened();
    return next;
  };
  const open = async (path: string, demandWritable: boolean) => {
    if (current && existsSync(path) && realpathSync(path) === current.path && (current.mode === 'writable' || !demandWritable)) return current;
    const next = openFile(path);
    try {
      if (demandWritable) refuseReadOnly(next);
    } catch (error) {
      next.close();
      throw error;
    }
    return become(next);
  };
  const openOnTheDay = async (path: string, demandWritable: boolean) => {
    const opened = await open(path, demandWritable);
    backups.makeDaily(opened);
    return opened;
  };

  // What a backup has just replaced needs none of the day: the state before it was kept a moment ago.
  const replacements = createReplacements({ ...options, project, open, closeCurrent, backups });

  return {
    current: () => current,
    project,
    open: (path, demandWritable) => oneAfterTheOther(() => openOnTheDay(path, demandWritable)),
    create: (path, name) =>
      oneAfterTheOther(async () => {
        createProjectFile(path);
        const created = await open(path, true);
        created.record({ action: 'project.create', by: options.userName(), summary: { name } }, () => {
          writeMeta(created, 'name', name);
          writeMeta(created, 'projectId', options.newId());
          writeMeta(created, 'createdAt', options.now().toISOString());
        });
        return created;
      }),
    close: () => oneAfterTheOther(closeCurrent),
    backUp: backups.make,
    listBackups: () => createBackupFolder(project().path).list(),
    restore: (backupId) => oneAfterTheOther(() => replacements.restore(backupId)),
    recover: (path) => oneAfterTheOther(() => replacements.recover(path)),
  };
}
