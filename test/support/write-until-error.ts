import { writeSync } from 'node:fs';
import { openProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';
import { TEST_INSTANT } from './builders.ts';

/** Writes units until one is refused, tells the code, and tries once more: what is refused now must stay refused. */
const project = openProjectFile(process.argv[3] ?? '', { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
let acknowledged = 0;
function write(): string | undefined {
  const name = `unit-${acknowledged + 1}`;
  try {
    project.edit({ action: 'test.unit', by: 'writer', summary: {} }, () => project.runRaw('INSERT INTO department (id, name) VALUES (?, ?)', name, name));
    acknowledged += 1;
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}
let first = write();
while (first === undefined) first = write();
writeSync(1, `${JSON.stringify({ acknowledged, first, second: write() })}\n`);
process.exit(0);
