import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createProjectFile } from '../../electron/core/db/index.ts';
import { tempDir } from '../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The greatest number strace takes; no run gets there. */
const NEVER = 65_535;
/** More units than any of the points below needs to be reached. */
const ENOUGH = 40;

interface Found { readonly mode: string; readonly integrity: string; readonly auditValid: boolean; readonly auditRows: number; readonly lastUnit: number; readonly departments: number; readonly halfHosts: number }

function canInject(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
}

/** Runs the writer and lets it die at one system call; `reached`: it did not live to write all units. */
async function writeUntil(path: string, calls: string, when: number): Promise<{ found: Found; acknowledged: number; reached: boolean }> {
  const inject = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:signal=SIGKILL:when=${when}`];
  const child = spawn('strace', [...inject, process.execPath, join(ROOT, 'test/support/run-typescript.mjs'), 'test/support/crash-writer.ts', path], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  let found: Found | undefined;
  let acknowledged = 0;
  let reached = true;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as { acknowledged?: number } & Found;
    if (message.acknowledged === undefined) found = message;
    else acknowledged = message.acknowledged;
    if (acknowledged - (found?.lastUnit ?? 0) < ENOUGH || !reached) return;
    reached = false;
    // strace and the writer are a group of their own.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  await once(child, 'close');
  if (!found) throw new Error('The writer died before it had opened the project');
  return { found, acknowledged: Math.max(acknowledged, found.lastUnit), reached };
}

test.skipIf(!canInject()).each([
  ['D02 killed at eight syncs, one after the other', 'fsync,fdatasync', [9, 10, 11, 12, 13, 14, 15, 16]],
  ['D01 killed at twelve writes, one after the other', 'pwrite64', [40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51]],
] as const)('%s: what was acknowledged is there, nothing is half there', { timeout: 200_000 }, async (_label, calls, points) => {
  const path = join(tempDir('step-crash'), 'city.landfall');
  createProjectFile(path);
  let acknowledged = 0;
  let reachedPoints = 0;
  for (const when of [...points, NEVER]) {
    const { found, ...result } = await writeUntil(path, calls, when);
    expect(found).toMatchObject({ mode: 'writable', integrity: 'ok', auditValid: true, halfHosts: 0 });
    expect(found.lastUnit).toBeGreaterThanOrEqual(acknowledged);
    expect(found.lastUnit).toBeLessThanOrEqual(acknowledged + 1);
    expect([found.departments, found.auditRows]).toEqual([found.lastUnit, found.lastUnit]);
    acknowledged = result.acknowledged;
    if (result.reached) reachedPoints += 1;
  }
  expect(reachedPoints).toBe(points.length);
});
