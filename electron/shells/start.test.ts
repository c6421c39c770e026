import { describe, expect, it } from 'vitest';
import { chooseShell } from './start.ts';

const machine = { platform: 'linux', env: { DISPLAY: ':0' }, electronPath: '/electron', uid: 1000 } as const;

describe('chooseShell', () => {
  it('takes the desktop shell where it can run', () => {
    expect(chooseShell(machine)).toEqual({ shell: 'desktop', electronPath: '/electron' });
    expect(chooseShell({ ...machine, env: { WAYLAND_DISPLAY: 'wayland-0' } }).shell).toBe('desktop');
    expect(chooseShell({ ...machine, platform: 'darwin', env: {}, uid: undefined }).shell).toBe('desktop');
  });
  it.each([
    ['noElectron', { ...machine, electronPath: undefined }],
    ['noDisplay', { ...machine, env: {} }],
    ['rootOnLinux', { ...machine, uid: 0 }],
    ['asked', { ...machine, env: { DISPLAY: ':0', LANDFALL_SHELL: 'web' } }],
  ] as const)('says %s when it takes the web shell', (reason, given) => expect(chooseShell(given)).toEqual({ shell: 'web', reason }));
});
