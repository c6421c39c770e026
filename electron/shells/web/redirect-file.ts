import { constants } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/kernel/app-error.ts';

export interface RedirectFile {
  readonly path: string;
  remove(): Promise<void>;
}

async function privateFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const known = await lstat(parent);
  const uid = process.getuid?.();
  if (!known.isDirectory() || (uid !== undefined && known.uid !== uid)) throw new AppError('storage.permission_denied', { path: parent });
  await chmod(parent, 0o700);
  return mkdtemp(join(parent, 'launch-'));
}

/**
 * A page that sends the browser to the launch address: only this file's name appears in a process list, and only its
 * owner can read it. `url` is made by the server, so it needs no escaping beyond its own alphabet.
 */
export async function writeRedirectFile(parent: string, url: string): Promise<RedirectFile> {
  const folder = await privateFolder(parent);
  const path = join(folder, 'open-landfall.html');
  const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), 0o600);
  try {
    await handle.writeFile(`<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${url}"><title>Landfall</title>\n`);
  } finally {
    await handle.close();
  }
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
