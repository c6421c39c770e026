import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** The application's own folder, by the custom of each system; `LANDFALL_DATA_DIR` overrides it. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (env['LANDFALL_DATA_DIR']) return env['LANDFALL_DATA_DIR'];
  if (platform() === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Landfall');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Landfall');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'landfall');
}
