import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../electron/core/files/index.ts';

const isRoot = process.getuid?.() === 0;

describe.skipIf(!isRoot)('exports on a full disk (needs root to mount a small tmpfs)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landfall-full-'));
  beforeAll(() => void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]));
  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('D08: the old export is intact, nothing is left behind, the code says disk full', async () => {
    const path = join(folder, 'plan.xlsx');
    writeFileSync(path, 'the old export');
    await expect(writeFileAtomically(path, new Uint8Array(4 * 1024 ** 2))).rejects.toMatchObject({ code: 'storage.disk_full', params: { path } });
    expect(readFileSync(path, 'utf8')).toBe('the old export');
    expect(readdirSync(folder)).toEqual(['plan.xlsx']);
  });
});
