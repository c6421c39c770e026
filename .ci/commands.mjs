import { existsSync } from 'node:fs';
import { at, bin } from './paths.mjs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { BENCH_PACKAGES, installDebianPackages } from './debian.mjs';
import { runInherited } from './processes.mjs';

const cli = at('out', 'node', 'cli.js');

/** Product commands run from the bundle, rebuilt when a source is newer. */
async function product(targets, programArguments) {
  const code = await build(targets, { onlyStale: true });
  return code === 0 ? runInherited(process.execPath, [cli, ...programArguments], { cwd: process.env.INIT_CWD ?? process.cwd() }) : code;
}

async function test(extra) {
  installDebianPackages();
  const steps = [
    () => check(),
    () => build(['node', 'web', 'desktop'], { onlyStale: true }),
    () => runInherited(bin('vitest'), ['run', '--project', 'system', ...extra]),
    () => runInherited(bin('playwright'), ['test', ...extra]),
  ];
  const codes = [];
  for (const step of steps) codes.push(await step());
  const failed = codes.filter((code) => code !== 0).length;
  console.log(`stages: ${codes.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function bench(words) {
  if (!words.includes('--no-ansible')) installDebianPackages(BENCH_PACKAGES);
  return (await build(['node', 'web'], { onlyStale: true })) || runInherited(process.execPath, [at('test', 'support', 'run-typescript.mjs'), at('test', 'perf', 'bench.ts'), ...words]);
}

const COMMANDS = {
  cli: (words) => product(['node', 'web'], words),
  // The desktop's halves are only built where Electron's own binary has been fetched and could show them.
  start: (words) => product(existsSync(at('node_modules', 'electron', 'path.txt')) ? ['node', 'web', 'desktop'] : ['node', 'web'], ['start', ...words]),
  demo: (words) => product(['node', 'web'], ['demo', ...words]),
  build: (words) => build(words.length > 0 ? words : ['node', 'web', 'desktop'], { onlyStale: false }),
  check: () => check(),
  test,
  dev: (words) => runInherited(process.execPath, [at('.ci', 'dev.mjs'), ...words]),
  bench,
  shots: async (words) => (await build(['node', 'web'], { onlyStale: true })) || runInherited(process.execPath, [at('test', 'e2e', 'shots.ts'), ...words]),
  docs: async (words) => (await product(['node'], ['docs', ...words])) || runInherited(process.execPath, [at('.ci', 'fault-index.mjs'), ...words]),
};

/** Runs one command of package.json's scripts; resolves with its exit code. */
export function run(command, words) {
  return COMMANDS[command](words);
}
