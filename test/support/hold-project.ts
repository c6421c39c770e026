import { writeSync } from 'node:fs';
import { openProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';

/** Opens a project, tells how, and holds it until its standard input ends or it is killed. */
const project = openProjectFile(process.argv[3] ?? '', { now: () => new Date(), afterRestore, backupBeforeMigration: () => undefined });
writeSync(1, `${JSON.stringify({ mode: project.mode, pid: process.pid })}\n`);
process.stdin.on('end', () => {
  project.close();
  process.exit(0);
});
process.stdin.resume();
