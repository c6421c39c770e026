import { closeSync, openSync, accessSync, constants, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { syncFolder } from './copy-database.ts';
import { checkFileHeader } from './file-header.ts';
import { checkAppliedMigrations, migrate, versionOf } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/migration-list.ts';
import { networkFileSystemOf } from './network-file-system.ts';
import type { OpenProject } from './open-project.ts';
import { createProjectConnection, type ConnectionOptions } from './project-connection.ts';
import { acquireProjectLock, isLockedHere, type LockResult } from './project-lock.ts';
import { foreignObjects } from './schema-fingerprint.ts';
import { openSqlite } from './sqlite-handle.ts';
import { withStorageErrors } from './storage-error.ts';

/** Above this size the full check at opening would be felt; `project.verify` still does it. */
const CHECK_AT_OPEN_BYTES = 64 * 1024 * 1024;

export interface OpenOptions extends Pick<ConnectionOptions, 'now' | 'afterRestore'> {
  /** Where a copy is kept before an older file is migrated. */
  readonly backupBeforeMigration: (database: Database, version: number) => void;
}

function checkPlace(folder: string): void {
  const network = networkFileSystemOf(folder);
  if (network) throw new AppError('project.network_file_system', { fileSystem: network });
}

/** Creates the file under another name and renames it: a project exists whole or not at all. */
export function createProjectFile(path: string): void {
  if (existsSync(path)) throw new AppError('project.exists', { path });
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  checkPlace(folder);
  const partial = join(folder, `.${basename(path)}.creating-${process.pid}`);
  rmSync(partial, { force: true });
  try {
    withStorageErrors(() => {
      // A map of a city's servers is for its owner only; SQLite gives its side files the mode of the file itself.
      closeSync(openSync(partial, 'wx', 0o600));
      const database = openSqlite(partial, 'create');
      try {
        migrate(database);
      } finally {
        database.close();
      }
    });
    renameSync(partial, path);
    syncFolder(folder);
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Refuses what is not ours before anything of it is used. */
function checkContent(database: Database, version: number, sizeBytes: number): void {
  const objects = foreignObjects(database, version);
  if (objects.length > 0) throw new AppError('project.foreign_objects', { objects });
  checkAppliedMigrations(database);
  if (sizeBytes > CHECK_AT_OPEN_BYTES) return;
  const verdict = database.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new AppError('project.damaged', { reason: 'quickCheck', detail: String(verdict).slice(0, 200) });
}

/**
 * A process that died between two pages of a change (switching to WAL is one) leaves a journal that only a writer can roll
 * back; a read-only look would be refused. Nothing of the schema is used for it.
 */
function rollBackCutOff(path: string): void {
  if (!existsSync(`${path}-journal`)) return;
  withStorageErrors(() => {
    const database = openSqlite(path, 'recover');
    try {
      database.pragma('schema_version');
    } finally {
      database.close();
    }
  });
}

function openChecked(path: string, writable: boolean, options: OpenOptions): Database {
  return withStorageErrors(() => {
    const looking = openSqlite(path, 'read-only');
    const version = versionOf(looking);
    try {
      checkContent(looking, version, statSync(path).size);
    } finally {
      looking.close();
    }
    const database = openSqlite(path, writable ? 'writable' : 'read-only');
    try {
      if (version < NEWEST_VERSION) {
        if (!writable) throw new AppError('project.read_only');
        options.backupBeforeMigration(database, version);
        migrate(database);
        database.pragma('wal_checkpoint(TRUNCATE)');
      }
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Opens a project file. Another writer or missing rights make it read-only; whatever is no sound project of this or an
 * older version is refused with its own code and left untouched.
 */
export function openProjectFile(givenPath: string, options: OpenOptions): OpenProject {
  const path = existsSync(givenPath) ? realpathSync(givenPath) : givenPath;
  // A handle opened and closed here would drop the locks this process already holds on the file.
  if (!isLockedHere(path)) checkFileHeader(path);
  checkPlace(dirname(path));
  const lock: LockResult | undefined = isWritable(path) ? acquireProjectLock(path, options.now()) : undefined;
  const writable = lock?.held === true;
  const release = lock?.held ? lock.release : () => undefined;
  try {
    if (writable) rollBackCutOff(path);
    const database = openChecked(path, writable, options);
    return createProjectConnection(database, {
      path,
      mode: writable ? 'writable' : 'read-only',
      now: options.now,
      afterRestore: options.afterRestore,
      lockedBy: lock && !lock.held ? lock.owner : undefined,
      onClose: release,
    });
  } catch (error) {
    release();
    throw error;
  }
}
