import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { readKeyFile } from './resolve-credential.ts';
import type { RunCredential } from './run-credential.ts';

/**
 * Key files named by targets. A path comes from a text or a project file somebody else may have written, so only the
 * user's own ssh folder, and files named by an ssh config the user chose in this session, are read.
 */
export interface IdentityFiles {
  /** Called with the paths of an ssh config that the user picked as a file. */
  allow(paths: readonly string[]): void;
  /** The key of a target; undefined when there is none to use, then the run's own credential is taken. */
  credentialFor(path: string): Promise<RunCredential | undefined>;
}

export function createIdentityFiles(homeDir: string): IdentityFiles {
  const allowed = new Set<string>();
  const loaded = new Map<string, Promise<RunCredential | undefined>>();
  const isAllowed = async (path: string): Promise<boolean> => {
    if (allowed.has(path)) return true;
    const folder = await realpath(join(homeDir, '.ssh'));
    const inside = relative(folder, await realpath(path));
    return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  };
  const load = async (path: string): Promise<RunCredential | undefined> => {
    try {
      if (!isAbsolute(path) || !(await isAllowed(path))) return undefined;
      return { id: path, credential: await readKeyFile(path), user: undefined };
    } catch {
      // A key that is missing or needs a passphrase is no reason to leave the host out.
      return undefined;
    }
  };
  return {
    allow: (paths) => {
      for (const path of paths) allowed.add(path);
      loaded.clear();
    },
    credentialFor: (path) => {
      const known = loaded.get(path) ?? load(path);
      loaded.set(path, known);
      return known;
    },
  };
}
