import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { FileToken } from '../../../shared/kernel/ids.ts';
import type { FileRegistry } from '../ports/file-registry.ts';

const MAX_NAME = 80;

/** Keeps letters of every script; separators, control characters and leading dots go. */
function safeName(name: string): string {
  const cleaned = basename(name).replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '');
  return cleaned.slice(-MAX_NAME) || 'file';
}

export function createFileRegistry(temporaryRoot: string, newId: () => string): FileRegistry {
  const files = new Map<string, { path: string; access: 'read' | 'write' }>();
  let folder: string | undefined;
  const temporaryFolder = () => {
    if (folder === undefined) {
      mkdirSync(temporaryRoot, { recursive: true, mode: 0o700 });
      folder = mkdtempSync(join(temporaryRoot, 'files-'));
    }
    return folder;
  };
  const add = (path: string, access: 'read' | 'write') => {
    const token = `file-${newId()}${newId()}`;
    files.set(token, { path: resolve(path), access });
    return token as FileToken;
  };
  return {
    register: add,
    resolve: (token, access) => {
      const file = files.get(token);
      if (!file || (access === 'write' && file.access === 'read')) throw new AppError('file.unknown_token');
      return file.path;
    },
    createTemporary: (suggestedName) => {
      const path = join(temporaryFolder(), `${newId()}-${safeName(suggestedName)}`);
      return { token: add(path, 'write'), path };
    },
    close: async () => {
      files.clear();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
