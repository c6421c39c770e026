import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FileToken } from '../../../shared/kernel/ids.ts';
import { createFileRegistry } from './create-file-registry.ts';

function setUp() {
  const root = mkdtempSync(join(tmpdir(), 'landfall-files-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let last = 0;
  return createFileRegistry(join(root, 'temporary'), () => String((last += 1)));
}

test('a token stands for its path; one for reading does not allow writing', () => {
  const files = setUp();
  const token = files.register('/data/a.csv', 'read');
  expect(files.resolve(token, 'read')).toBe('/data/a.csv');
  expect(() => files.resolve(token, 'write')).toThrow(expect.objectContaining({ code: 'file.unknown_token' }));
  expect(files.resolve(files.register('/data/b.csv', 'write'), 'read')).toBe('/data/b.csv');
});

test('a path is no token', () => {
  expect(() => setUp().resolve('/etc/passwd' as FileToken, 'read')).toThrow(expect.objectContaining({ code: 'file.unknown_token' }));
});

test('temporary files keep no path of the name asked for, are private and go when closed', async () => {
  const files = setUp();
  const { token, path } = files.createTemporary('../../etc/计划 报告.xlsx');
  writeFileSync(path, 'x');
  expect(path.endsWith('-计划 报告.xlsx')).toBe(true);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  expect(files.resolve(token, 'write')).toBe(path);
  await files.close();
  expect(existsSync(path)).toBe(false);
});
