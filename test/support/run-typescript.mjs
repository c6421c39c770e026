// Runs a TypeScript file of this repository in a process of its own (for tests that kill it), with Vite's `?raw` imports.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(resolve(process.argv[2]), { root: resolve(import.meta.dirname, '../..'), configFile: false, logLevel: 'error' });
