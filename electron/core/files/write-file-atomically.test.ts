import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from './write-file-atomically.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'landfall-atomic-'))));
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('writeFileAtomically', () => {
  it('replaces the file and leaves nothing beside it', async () => {
    const path = join(folder, 'plan.xlsx');
    writeFileSync(path, 'old');
    await writeFileAtomically(path, new TextEncoder().encode('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['plan.xlsx']);
  });

  it.skipIf(process.platform === 'win32')('takes text, for the owner only', async () => {
    const path = join(folder, 'settings.json');
    await writeFileAtomically(path, '{"语言":"zh"}');
    expect(readFileSync(path, 'utf8')).toBe('{"语言":"zh"}');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('tells which folder is missing', async () => {
    await expect(writeFileAtomically(join(folder, 'none', 'x'), new Uint8Array())).rejects.toMatchObject({ code: 'file.not_found', params: { path: join(folder, 'none') } });
  });
});
