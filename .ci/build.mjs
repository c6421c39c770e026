import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, bin } from './paths.mjs';
import { runCaptured } from './processes.mjs';

const SOURCES = ['agents', 'electron', 'renderer', 'shared'];
const CONFIGURATION = ['package.json', 'vite.config.ts', 'electron.vite.config.ts'];

function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const time = entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs;
    if (time > newest) newest = time;
  }
  return newest;
}

function sourcesChangedAt() {
  return Math.max(...SOURCES.map((folder) => newestChange(at(folder))), ...CONFIGURATION.map((file) => statSync(at(file)).mtimeMs));
}

const TARGETS = {
  node: [bin('vite'), ['build', '--mode', 'node', '--logLevel', 'warn']],
  web: [bin('vite'), ['build', '--logLevel', 'warn']],
  desktop: [bin('electron-vite'), ['build', '--logLevel', 'warn']],
};

/** Builds the named targets; with `onlyStale`, only those older than their sources. Returns an exit code. */
export async function build(targets, { onlyStale }) {
  const changedAt = onlyStale ? sourcesChangedAt() : Infinity;
  for (const target of targets) {
    const stamp = at('out', `.${target}-built`);
    if (existsSync(stamp) && statSync(stamp).mtimeMs > changedAt) continue;
    const startedAt = new Date();
    const [program, programArguments] = TARGETS[target];
    const { code, text, seconds } = await runCaptured(program, programArguments);
    if (code !== 0) {
      process.stderr.write(text);
      console.error(`Building "${target}" failed.`);
      return code;
    }
    mkdirSync(at('out'), { recursive: true });
    writeFileSync(stamp, startedAt.toISOString());
    console.error(`Built ${target} in ${seconds.toFixed(1)} s.`);
  }
  return 0;
}
