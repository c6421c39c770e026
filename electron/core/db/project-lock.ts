import { closeSync, fstatSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { processStartedAt } from './process-started-at.ts';

const ownerSchema = z.object({ pid: z.number().int(), host: z.string(), startedAt: z.string(), since: z.string() });
/** Who writes a project: shown to the second opener. */
export type LockOwner = z.infer<typeof ownerSchema>;

export type LockResult = { readonly held: true; readonly release: () => void } | { readonly held: false; readonly owner: LockOwner };

/** Locks of this process: POSIX drops them all when any handle on the file is closed, so a second try must not touch it. */
const heldHere = new Map<string, LockOwner>();

const UNKNOWN_OWNER: LockOwner = { pid: 0, host: '', startedAt: '', since: '1970-01-01T00:00:00.000Z' };

function readOwner(path: string): LockOwner {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return UNKNOWN_OWNER;
  }
}

function inodeOf(path: string): bigint {
  const handle = openSync(path, 'a', 0o600);
  try {
    return fstatSync(handle, { bigint: true }).ino;
  } finally {
    closeSync(handle);
  }
}

/** Takes the kernel's lock by an open exclusive transaction on a file without content; undefined when another has it. */
function takeKernelLock(path: string): Database.Database | undefined {
  for (;;) {
    const inode = inodeOf(path);
    const handle = new Database(path, { timeout: 0 });
    try {
      handle.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      handle.close();
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
      throw error;
    }
    // A former owner may have removed the name between our two steps; then this lock guards nothing.
    if (statSync(path, { bigint: true, throwIfNoEntry: false })?.ino === inode) return handle;
    handle.close();
  }
}

/**
 * One writer per project. The kernel frees the lock when its owner dies, whatever the way, so a stale owner never needs
 * to be guessed from its pid; `<file>.lock.json` only tells who it is.
 */
export function acquireProjectLock(projectPath: string, now: Date): LockResult {
  const lockPath = `${projectPath}.lock`;
  const ownerPath = `${projectPath}.lock.json`;
  const holder = heldHere.get(projectPath);
  if (holder) return { held: false, owner: holder };
  const handle = takeKernelLock(lockPath);
  if (!handle) return { held: false, owner: readOwner(ownerPath) };
  const owner: LockOwner = { pid: process.pid, host: hostname(), startedAt: processStartedAt(now), since: now.toISOString() };
  writeFileSync(ownerPath, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  heldHere.set(projectPath, owner);
  const release = () => {
    heldHere.delete(projectPath);
    rmSync(ownerPath, { force: true });
    rmSync(lockPath, { force: true });
    handle.close();
  };
  return { held: true, release };
}

/** Is this path open for writing in this very process? */
export function isLockedHere(projectPath: string): boolean {
  return heldHere.has(projectPath);
}
