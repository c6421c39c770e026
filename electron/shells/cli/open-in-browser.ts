import { spawn } from 'node:child_process';
import { platform } from 'node:os';

function opener(path: string): readonly [string, readonly string[]] {
  if (platform() === 'darwin') return ['open', [path]];
  if (platform() === 'win32') return ['explorer.exe', [path]];
  return ['xdg-open', [path]];
}

/** Shows a local page in the user's browser; false when this machine has no way to. Nothing secret stands in the arguments. */
export function openInBrowser(path: string): Promise<boolean> {
  if (platform() === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return Promise.resolve(false);
  const [command, args] = opener(path);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, shell: false });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
