import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathsBeside, startDesktop } from './start-desktop.ts';

await startDesktop(pathsBeside(dirname(fileURLToPath(import.meta.url))), process.argv, process.cwd());
