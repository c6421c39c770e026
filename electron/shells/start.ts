/** What `npm start` found out about this machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of an Electron binary that can be run; undefined when none was downloaded. */
  readonly electronPath: string | undefined;
}

export type StartChoice = { readonly shell: 'desktop'; readonly electronPath: string } | { readonly shell: 'web'; readonly reason: 'noElectron' | 'noDisplay' | 'rootOnLinux' | 'asked' };

function hasDisplay({ platform, env }: Machine): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * The desktop shell where it can run, else the web shell with the reason. `LANDFALL_SHELL=web` asks for the web shell.
 * Chromium's sandbox refuses root on Linux, and it is never switched off for that.
 */
export function chooseShell(machine: Machine & { readonly uid: number | undefined }): StartChoice {
  if (machine.env['LANDFALL_SHELL'] === 'web') return { shell: 'web', reason: 'asked' };
  if (machine.electronPath === undefined) return { shell: 'web', reason: 'noElectron' };
  if (!hasDisplay(machine)) return { shell: 'web', reason: 'noDisplay' };
  if (machine.platform === 'linux' && machine.uid === 0) return { shell: 'web', reason: 'rootOnLinux' };
  return { shell: 'desktop', electronPath: machine.electronPath };
}
