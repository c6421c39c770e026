import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '..', '..');

function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|html)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') }));
}

const desktop = sources('electron/shells/desktop');
const pages = sources('renderer');
const everything = [...desktop, ...pages, ...sources('electron/shells/web'), ...sources('electron/core')];
const using = (files: readonly { file: string; text: string }[], pattern: RegExp): string[] => files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
const textOf = (name: string): string => desktop.find(({ file }) => file.endsWith(`/${name}`))?.text ?? '';

const builderSchema = z.object({
  asar: z.boolean(),
  asarUnpack: z.array(z.string()),
  npmRebuild: z.boolean(),
  publish: z.null(),
  files: z.array(z.string()),
  electronFuses: z.record(z.string(), z.boolean()),
  fileAssociations: z.array(z.object({ ext: z.string() })),
  win: z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) }),
  mac: z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) }),
  linux: z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) }),
});
const builder = builderSchema.parse(parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')));
const electronVersion = z.object({ devDependencies: z.object({ electron: z.string() }) }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).devDependencies.electron;

describe("Electron's security checklist", () => {
  it('1: only secure content is loaded: no http address in the shell or the pages', () => {
    // The web shell's client turns its own address into a WebSocket address and names no host.
    expect(using([...desktop, ...pages], /["'`]http:\/\/(?!www\.w3\.org\/)/)).toEqual([]);
    expect(using(desktop, /loadURL\((?!`\$\{APP_ORIGIN\}\/)/)).toEqual([]);
    expect(using(desktop, /loadFile\(/)).toEqual([]);
  });
  it('2: no Node integration', () => {
    expect(using(desktop, /nodeIntegration\w*: true/)).toEqual([]);
    expect(textOf('main-window.ts')).toMatch(/nodeIntegration: false/);
  });
  it('3: context isolation is on', () => {
    expect(textOf('main-window.ts')).toMatch(/contextIsolation: true/);
    expect(using(desktop, /contextIsolation: false/)).toEqual([]);
  });
  it('4: the sandbox is on and is never switched off', () => {
    expect(textOf('main-window.ts')).toMatch(/sandbox: true/);
    expect(textOf('harden-contents.ts')).toMatch(/enableSandbox\(\)/);
    expect(using(everything, /sandbox: false|no-sandbox/)).toEqual([]);
  });
  it('5: permission requests are handled, and denied', () => {
    expect(textOf('harden-contents.ts')).toMatch(/setPermissionRequestHandler\(\(_contents, _permission, answer\) => answer\(false\)\)/);
    expect(textOf('start-desktop.ts')).toMatch(/denyPermissions\(session\.defaultSession\)/);
  });
  it('6: web security stays on', () => {
    expect(textOf('main-window.ts')).toMatch(/webSecurity: true/);
    expect(using(desktop, /webSecurity: false|disable-web-security/)).toEqual([]);
  });
  it('7: a Content-Security-Policy stands on every answer, without inline or evaluated scripts', async () => {
    const { SECURITY_HEADERS } = await import('../../electron/shells/security-headers.ts');
    const policy = new Map((SECURITY_HEADERS['content-security-policy'] ?? '').split('; ').map((part) => [part.split(' ')[0], part]));
    expect(policy.get('default-src')).toBe("default-src 'self'");
    expect(policy.get('script-src')).toBe("script-src 'self'");
    for (const name of ['frame-ancestors', 'base-uri', 'form-action', 'object-src']) expect(policy.get(name)).toBe(`${name} 'none'`);
    expect(textOf('app-protocol.ts')).toMatch(/SECURITY_HEADERS/);
  });
  it('8: no insecure content', () => expect(using(desktop, /allowRunningInsecureContent: true/)).toEqual([]));
  it('9: no experimental features', () => expect(using(desktop, /experimentalFeatures: true/)).toEqual([]));
  it('10: no Blink features are switched on', () => expect(using(everything, /enableBlinkFeatures|enable-blink-features/)).toEqual([]));
  it('11: no webview with popups', () => expect(using(everything, /allowpopups|<webview/)).toEqual([]));
  it('12: webviews cannot be attached', () => {
    expect(textOf('harden-contents.ts')).toMatch(/'will-attach-webview', \(event\) => event\.preventDefault\(\)/);
    expect(textOf('main-window.ts')).toMatch(/webviewTag: false/);
  });
  it('13: navigation is denied', () => {
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) expect(textOf('harden-contents.ts')).toContain(`'${name}', (event) => event.preventDefault()`);
  });
  it('14: new windows are denied', () => expect(textOf('harden-contents.ts')).toMatch(/setWindowOpenHandler\(\(\) => \(\{ action: 'deny' \}\)\)/));
  it('15: nothing external is ever opened', () => expect(using(everything, /openExternal|shell\.openPath/)).toEqual([]));
  it('16: Electron is pinned to one exact, current line', () => {
    expect(electronVersion).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(electronVersion.split('.')[0])).toBeGreaterThanOrEqual(45);
  });
  it('17: every IPC channel checks its sender, in the only file that uses ipcMain', () => {
    expect(using(desktop, /\bipcMain\b(?!\.)/)).toEqual(['electron/shells/desktop/ipc.ts']);
    const handlers = textOf('ipc.ts').split(/ipcMain\.(?:on|handle)\(/).slice(1);
    expect(handlers.length).toBe(2);
    for (const handler of handlers) expect(handler).toMatch(/!trusted\(event\)/);
  });
  it('18: pages come from app://, never from file://', () => {
    expect(using(desktop, /file:\/\//).filter((file) => !file.endsWith('app-protocol.ts'))).toEqual([]);
    expect(textOf('app-protocol.ts')).toMatch(/scheme: 'app'/);
  });
  it('19: every fuse is decided', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false, enableCookieEncryption: true, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
    });
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name))).map((name) => name.toLowerCase());
    for (const fuse of Object.keys(builder.electronFuses)) expect(known).toContain(fuse.toLowerCase());
  });
  it('20: pages see connect and host, no Electron object', () => {
    expect(using(desktop, /exposeInMainWorld/)).toEqual(['electron/shells/desktop/preload.ts']);
    expect(textOf('preload.ts').match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(using(pages, /from 'electron'|require\('electron'\)/)).toEqual([]);
  });
});

describe('packages', () => {
  it('are made for three systems and both architectures', () => {
    const targets = [...builder.win.target, ...builder.mac.target, ...builder.linux.target];
    expect(targets.map(({ target }) => target)).toEqual(['nsis', 'dmg', 'AppImage', 'deb', 'rpm']);
    for (const { arch } of targets) expect(arch).toEqual(['x64', 'arm64']);
  });
  it('open .landfall files, keep native modules outside the archive, rebuild nothing and update from nowhere', () => {
    expect(builder.fileAssociations.map(({ ext }) => ext)).toEqual(['landfall']);
    expect(builder).toMatchObject({ asar: true, npmRebuild: false, publish: null });
    expect(builder.asarUnpack).toContain('**/*.node');
    expect(builder.files).toContain('out/desktop/**');
  });
  it("Electron's main process stays under 400 lines", () => {
    const mainOnly = desktop.filter(({ file }) => file.endsWith('.ts') && !/core-host|answer-host-request|port-server|preload/.test(file));
    expect(mainOnly.reduce((total, { text }) => total + text.split('\n').length - 1, 0)).toBeLessThan(400);
  });
});
