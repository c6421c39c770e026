import { statSync } from 'node:fs';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { storageError } from './storage-error.ts';

export interface WriteGuard {
  /** Throws when this file must not be written any more. */
  check(): void;
  /** Remembers an I/O failure: after a failed fsync nothing later can be trusted to be on disk. */
  note(error: unknown): unknown;
}

/** Stops writing when the file was moved, deleted or replaced while open, and after the first I/O error. */
export function createWriteGuard(path: string): WriteGuard {
  const inodeNow = () => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
  const inode = inodeNow();
  let failed: AppError | undefined;
  return {
    check: () => {
      if (failed) throw failed;
      if (inodeNow() !== inode) throw new AppError('project.moved', { path });
    },
    note: (error) => {
      const mapped = storageError(error);
      if (mapped instanceof AppError && mapped.code === 'storage.io_failed') failed = mapped;
      return mapped;
    },
  };
}
