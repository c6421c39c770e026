import { AppError } from '../../../shared/kernel/app-error.ts';
import type { ErrorCode } from '../../../shared/kernel/error-codes.ts';

const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  ['ENOSPC', 'storage.disk_full'],
  ['EDQUOT', 'storage.disk_full'],
  ['EACCES', 'storage.permission_denied'],
  ['EPERM', 'storage.permission_denied'],
  ['EROFS', 'storage.permission_denied'],
]);

/** A failure of a file operation as one of our errors; ours pass unchanged. */
export function fileError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new AppError(CODES.get(detail) ?? 'storage.io_failed', { path, detail }, { cause: error });
}
