import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where the bundles lie that are tested; `LANDFALL_OUT` names another build's folder. */
export const OUT = process.env['LANDFALL_OUT'] ?? join(import.meta.dirname, '../../out');
export const CLI = join(OUT, 'node/cli.js');

export interface ServedProject {
  /** Opens a session once, within 60 s. */
  readonly launchUrl: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The environment of a person of one's own: settings, recent list and projects lie under `home`. */
export function ownEnvironment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config'), LANDFALL_DATA_DIR: join(home, 'data', 'landfall') };
}

/** The real web shell in a process of its own, on a project or on none. */
export async function serveProject(home: string, project?: string): Promise<ServedProject> {
  const child = spawn(process.execPath, [CLI, 'serve', ...(project === undefined ? [] : [project]), '--no-open', '--json'], { stdio: ['ignore', 'pipe', 'pipe'], env: ownEnvironment(home) });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const ended = once(child, 'exit');
  const text = await new Promise<string>((resolve, reject) => {
    let seen = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      seen += line;
      if (line.includes('}')) resolve(seen);
    });
    void ended.then(() => reject(new Error(`serve ended: ${Buffer.concat(errors).toString('utf8')}`)));
  });
  const { url } = JSON.parse(text) as { url: string };
  return {
    launchUrl: url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
