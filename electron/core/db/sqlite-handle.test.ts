import { expect, test } from 'vitest';
import { isSafeSqlite } from './sqlite-handle.ts';

test.each([
  ['3.51.2', false],
  ['3.51.3', true],
  ['3.50.9', false],
  ['3.54.1', true],
  ['4.0.0', true],
  ['', false],
])('SQLite %s is safe: %s', (version, safe) => {
  expect(isSafeSqlite(version)).toBe(safe);
});
