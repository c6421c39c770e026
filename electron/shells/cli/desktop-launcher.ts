import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DesktopLauncher {
  /** The binary of the installed Electron; undefined when it was never downloaded or the desktop shell is not built. */
  electronPath(): string | undefined;
  /** Runs the desktop shell until it ends; its exit code. */
  run(electronPath: string, projectFile: string | undefined): Promise<number>;
}

function binaryIn(packageFolder: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const pathFile = join(packageFolder, 'path.txt');
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  if (!existsSync(pathFile)) return undefined;
  const path = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

/** `root` is the folder of package.json, whose `main` Electron runs. */
export function createDesktopLauncher(root: string, env: Readonly<Record<string, string | undefined>>): DesktopLauncher {
  return {
    electronPath: () => (existsSync(join(root, 'out', 'desktop', 'main', 'main.js')) ? binaryIn(join(root, 'node_modules', 'electron'), env) : undefined),
    run: (electronPath, projectFile) =>
      new Promise((resolve, reject) => {
        const child = spawn(electronPath, [root, ...(projectFile === undefined ? [] : [projectFile])], { stdio: 'inherit', shell: false });
        child.once('error', reject);
        child.once('exit', (code) => resolve(code ?? 1));
      }),
  };
}
