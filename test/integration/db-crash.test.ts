import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createProjectFile } from '../../electron/core/db/index.ts';
import { seededRandom } from '../../shared/kernel/seeded-random.ts';
import { tempDir } from '../support/temp-dir.ts';

interface Found {
  readonly mode: string;
  readonly integrity: string;
  readonly auditValid: boolean;
  readonly auditRows: number;
  readonly lastUnit: number;
  readonly departments: number;
  readonly steps: number;
  readonly halfHosts: number;
  readonly unitsWithoutHost: readonly number[];
}

const ROUNDS = Number(process.env['LANDFALL_KILL_ROUNDS'] ?? 200);
const ROOT = join(import.meta.dirname, '../..');

/** Starts the writer, kills it without warning a random moment after some of its acknowledgements. */
function writeAndKill(path: string, killAfter: number, extraMicroseconds: number): Promise<{ found: Found; acknowledged: number }> {
  const child = spawn(process.execPath, [join(ROOT, 'test/support/run-typescript.mjs'), 'test/support/crash-writer.ts', path], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve, reject) => {
    let found: Found | undefined;
    let acknowledged = 0;
    createInterface(child.stdout).on('line', (line) => {
      const message = JSON.parse(line) as { acknowledged?: number } & Found;
      if (message.acknowledged === undefined) found = message;
      else acknowledged = message.acknowledged;
      if (message.acknowledged === undefined || message.acknowledged - (found?.lastUnit ?? 0) < killAfter || child.killed) return;
      const until = performance.now() + extraMicroseconds / 1000;
      while (performance.now() < until);
      child.kill('SIGKILL');
    });
    child.on('close', () => (found ? resolve({ found, acknowledged }) : reject(new Error(Buffer.concat(errors).toString()))));
  });
}

test(`D01 D09 D23 a writer killed at ${ROUNDS} points: what was acknowledged is there, nothing is half there`, { timeout: 600_000 }, async () => {
  const path = join(tempDir('crash'), 'city.landfall');
  createProjectFile(path);
  const random = seededRandom(20_261_102);
  const cutOff = new Set<number>();
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = await writeAndKill(path, random.integer(1, 6), random.integer(0, 4000));
    expect(result.found).toMatchObject({ mode: 'writable', integrity: 'ok', auditValid: true, halfHosts: 0 });
    expect(result.found.lastUnit).toBeGreaterThanOrEqual(acknowledged);
    expect(result.found.departments).toBe(result.found.lastUnit);
    expect(result.found.auditRows).toBe(result.found.lastUnit);
    // Only a unit that was cut off before its acknowledgement may lack its second half.
    if (result.found.lastUnit > acknowledged) cutOff.add(result.found.lastUnit);
    expect(result.found.unitsWithoutHost.filter((unit) => !cutOff.has(unit))).toEqual([]);
    acknowledged = result.acknowledged;
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS);
});
