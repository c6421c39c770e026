import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder, removed when the test ends. */
export function tempDir(label = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), `landfall-${label}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
