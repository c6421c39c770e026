import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AppError, type ErrorParams } from '../../../shared/kernel/app-error.ts';
import { fileError } from './file-error.ts';
import { APPLICATION_ID } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/migration-list.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

function openError(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOENT' || code === 'ENOTDIR' ? new AppError('project.not_found', { path }, { cause: error }) : fileError(error, path);
}

function readHeader(path: string): { header: Buffer; bytes: number; isFile: boolean } {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    throw openError(path, error);
  }
  try {
    const isFile = fstatSync(handle).isFile();
    const header = Buffer.alloc(HEADER_BYTES);
    return { header, bytes: isFile ? readSync(handle, header, 0, HEADER_BYTES, 0) : 0, isFile };
  } finally {
    closeSync(handle);
  }
}

/**
 * Looks at the first 100 bytes without SQLite, so a file that is no project of this version is refused untouched.
 * Migrations end with a full checkpoint; therefore version and application id are always in the file itself.
 */
export function checkFileHeader(path: string): void {
  const refuse = (reason: string, more: ErrorParams = {}) => new AppError('project.not_a_project', { path, reason, ...more });
  const { header, bytes, isFile } = readHeader(path);
  if (!isFile) throw refuse('notAFile');
  if (bytes === 0) throw refuse('empty');
  if (bytes < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw refuse('notSqlite');
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw refuse('otherApplication');
  const version = header.readUInt32BE(USER_VERSION_AT);
  if (version > NEWEST_VERSION) throw new AppError('project.newer_version', { path, found: version, supported: NEWEST_VERSION });
  if (version === 0) throw refuse('empty');
}
