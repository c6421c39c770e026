import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CLI, ownEnvironment } from './served-project.ts';

const run = promisify(execFile);

export interface SampleProject {
  readonly home: string;
  readonly path: string;
  remove(): void;
}

/**
 * The sample city after the main job: scanned over SSH on loopback, planned, exported. Made once per test process (half a
 * minute) and copied for each caller, so that no spec sees another one's edits.
 */
export function createSampleProject(servers = 60): Promise<SampleProject> {
  master ??= makeMaster(servers);
  return master.then((source) => {
    const home = mkdtempSync(join(tmpdir(), 'landfall-e2e-'));
    const path = join(home, 'sample.landfall');
    copyFileSync(source, path);
    return { home, path, remove: () => rmSync(home, { recursive: true, force: true }) };
  });
}

let master: Promise<string> | undefined;

async function makeMaster(servers: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'landfall-sample-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'home'));
  await run(process.execPath, [CLI, 'demo', '--servers', String(servers), '--out', folder, '--no-open', '--json'], { env: ownEnvironment(join(folder, 'home')), maxBuffer: 64 * 1024 ** 2 });
  const path = join(folder, 'sample.landfall');
  if (!existsSync(path)) throw new Error('The demo wrote no project.');
  return path;
}
