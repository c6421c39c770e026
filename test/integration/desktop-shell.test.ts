import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeElectron } from '../support/fake-electron.ts';
import { tempDir } from '../support/temp-dir.ts';

let electron = fakeElectron();

beforeEach(() => {
  vi.resetModules();
  electron = fakeElectron();
  vi.doMock('electron', () => electron.module);
});

async function start({ argv = ['landfall'] }: { argv?: readonly string[] } = {}) {
  const folder = tempDir('desktop');
  const rendererDir = join(folder, 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>');
  writeFileSync(join(rendererDir, 'secret.key'), 'no page');
  const { startDesktop } = await import('../../electron/shells/desktop/start-desktop.ts');
  await startDesktop({ preload: '/app/preload.cjs', coreHost: '/app/core-host.js', rendererDir }, argv, '/data');
  const { record } = electron;
  const [core] = record.processes;
  const [window] = record.windows;
  return { record, core, window };
}

const ourFrame = { origin: 'app://landfall', parent: null, postMessage: vi.fn() };
const fromPage = (changes: object = {}): object => ({ sender: { id: 1 }, senderFrame: ourFrame, ...changes });

describe('desktop shell', () => {
  it('opens one window on app:// with every security switch set', async () => {
    const { window, record } = await start();
    expect(window?.loaded).toEqual(['app://landfall/index.html']);
    expect(window?.options['webPreferences']).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, navigateOnDragDrop: false, devTools: false });
    expect(electron.app.enableSandbox).toHaveBeenCalled();
    expect(record.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
    expect(record.forks).toEqual(['/app/core-host.js']);
  });

  it('W17: denies navigation, redirects, new windows and webviews', async () => {
    const { window } = await start();
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      const event = { preventDefault: vi.fn(), url: 'smb://files/share' };
      window?.contents.emit(name, event);
      expect(event.preventDefault, name).toHaveBeenCalledOnce();
    }
    expect(window?.contents.openHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
  });

  it('denies every permission', async () => {
    const { record } = await start();
    const answer = vi.fn();
    record.permissions['request']?.({}, 'media', answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(record.permissions['check']?.()).toBe(false);
    expect(record.permissions['device']?.()).toBe(false);
  });

  it('serves only listed files of its own host, with the policy', async () => {
    const { record } = await start();
    const serve = record.protocols.get('app');
    const page = await serve?.({ url: 'app://landfall/index.html?x=1#y', method: 'GET' });
    expect(page?.status).toBe(200);
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'self'");
    for (const url of ['app://landfall/secret.key', 'app://landfall/../secret.key', 'app://landfall/%2e%2e/secret.key', 'app://evil/index.html', 'app://landfall.evil/index.html', 'file:///etc/passwd', 'app://landfall/']) {
      expect((await serve?.({ url, method: 'GET' }))?.status, url).toBe(url === 'app://landfall/' ? 200 : 404);
    }
    expect((await serve?.({ url: 'app://landfall/index.html', method: 'POST' }))?.status).toBe(404);
  });

  it('gives a port to its own page only (W18)', async () => {
    const { record, core } = await start();
    const connect = record.listeners.get('landfall:connect');
    const strangers = [{ senderFrame: null }, { senderFrame: { ...ourFrame, parent: {} } }, { senderFrame: { ...ourFrame, origin: 'https://evil.test' } }, { senderFrame: { ...ourFrame, origin: 'devtools://devtools' } }, { sender: { id: 2 } }];
    for (const stranger of strangers) connect?.(fromPage(stranger));
    expect(core?.sent).toEqual([]);
    for (const stranger of strangers) await expect(record.handlers.get('landfall:host')?.(fromPage(stranger), { name: 'pickFile', purpose: 'import' })).rejects.toThrow('refused');
    connect?.(fromPage());
    expect(core?.sent).toEqual([{ message: { type: 'port' }, ports: [{ end: 'core' }] }]);
    expect(ourFrame.postMessage).toHaveBeenCalledExactlyOnceWith('landfall:port', null, [{ end: 'page' }]);
  });

  it('answers a dialog with a token and a name, never a path', async () => {
    const { record, core } = await start();
    const host = record.handlers.get('landfall:host');
    expect(await host?.(fromPage(), { name: 'pickFile', purpose: 'import' })).toEqual({ token: 'file-token-0001', name: 'departments.csv' });
    expect(core?.sent.at(-1)?.message).toMatchObject({ type: 'register', path: '/home/user/registers/departments.csv', access: 'read' });
    expect(await host?.(fromPage(), { name: 'pickSaveTarget', purpose: 'export', suggestedName: '../../etc/plan.xlsx' })).toEqual({ token: 'file-token-0001', name: 'plan.xlsx' });
    expect(record.dialogs.at(-1)).toMatchObject({ defaultPath: 'plan.xlsx' });
    await host?.(fromPage(), { name: 'deliverFile', token: 'file-token-0001' });
    expect(record.revealed).toEqual(['/exports/plan.xlsx']);
  });

  it.each([{ name: 'openExternal', url: 'https://evil.test' }, { name: 'pickFile', purpose: 'anything' }, { name: 'deliverFile', token: '/etc/passwd' }, { name: 'pickFile', purpose: 'import', path: '/etc/passwd' }, null, 'pickFile'])('refuses the host call %j', async (call) => {
    const { record, core } = await start();
    await expect(record.handlers.get('landfall:host')?.(fromPage(), call)).rejects.toThrow();
    expect(core?.sent).toEqual([]);
  });

  it('opens the project of the arguments, of a second start and of the file association', async () => {
    const { core } = await start({ argv: ['landfall', '--flag', 'city.landfall'] });
    electron.app.emit('second-instance', {}, ['landfall', '/data/other.landfall'], '/elsewhere');
    const event = { preventDefault: vi.fn() };
    electron.app.emit('open-file', event, '/data/third.landfall');
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(core?.sent.map(({ message }) => message)).toMatchObject([{ type: 'open-project', path: '/data/city.landfall' }, { type: 'open-project', path: '/data/other.landfall' }, { type: 'open-project', path: '/data/third.landfall' }]);
    expect(electron.record.windows).toHaveLength(1);
  });

  it('quits at once when another instance runs', async () => {
    electron.app.requestSingleInstanceLock.mockReturnValue(false);
    const { window } = await start();
    expect(electron.app.quit).toHaveBeenCalledOnce();
    expect(window).toBeUndefined();
  });

  it('lets the core put the project away before it quits', async () => {
    const { core } = await start();
    const first = { preventDefault: vi.fn() };
    electron.app.emit('before-quit', first);
    expect(first.preventDefault).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledOnce());
    expect(core?.sent.at(-1)?.message).toMatchObject({ type: 'close' });
    const second = { preventDefault: vi.fn() };
    electron.app.emit('before-quit', second);
    expect(second.preventDefault).not.toHaveBeenCalled();
  });

  it('the menu speaks the language of the system and offers no developer tools when packed', async () => {
    const { record } = await start();
    const text = JSON.stringify(record.menus.at(-1));
    expect(text).toContain('编辑');
    expect(text).not.toContain('toggleDevTools');
  });
});

describe('preload', () => {
  it('exposes connect and host, and nothing of Electron', async () => {
    const exposed = new Map<string, unknown>();
    const ipcRenderer = { on: vi.fn(), send: vi.fn(), invoke: vi.fn(() => Promise.resolve({ token: 't', name: 'n' })) };
    vi.doMock('electron', () => ({ contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) }, ipcRenderer }));
    await import('../../electron/shells/desktop/preload.ts');
    expect([...exposed.keys()]).toEqual(['landfall']);
    const bridge = exposed.get('landfall') as { connect(): void; host: Record<string, (...values: unknown[]) => Promise<unknown>> };
    expect(Object.keys(bridge).sort()).toEqual(['connect', 'host']);
    expect(Object.keys(bridge.host).sort()).toEqual(['capabilities', 'deliverFile', 'pickFile', 'pickSaveTarget']);
    bridge.connect();
    await bridge.host['pickFile']?.('import');
    expect(ipcRenderer.send.mock.calls).toEqual([['landfall:connect']]);
    expect(ipcRenderer.invoke.mock.calls).toEqual([['landfall:host', { name: 'pickFile', purpose: 'import' }]]);
  });
});
