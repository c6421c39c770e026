import { join } from 'node:path';
import { app, dialog, protocol, session, type BrowserWindow } from 'electron';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { describeError } from '../../../shared/i18n/describe-error.ts';
import { languageFor } from '../../../shared/i18n/language.ts';
import { createAppResponder, registerAppScheme } from './app-protocol.ts';
import { startCoreProcess, type CoreProcess } from './core-process.ts';
import { denyPermissions, hardenApp } from './harden-contents.ts';
import { serveIpc } from './ipc.ts';
import { createMainWindow } from './main-window.ts';
import { setMenu } from './menu.ts';
import { projectArgument } from './project-argument.ts';

const CLOSE_WITHIN_MS = 6000;

export interface DesktopPaths {
  readonly preload: string;
  readonly coreHost: string;
  readonly rendererDir: string;
}

function tellError(error: unknown): void {
  const { title, what, next } = describeError(languageFor([app.getLocale()]), error instanceof AppError ? error.code : 'internal', error instanceof AppError ? error.params : { ref: '' });
  dialog.showErrorBox(title, [what, next].filter(Boolean).join('\n\n'));
}

/** The first quit waits for the core to put the project away, but not for ever. */
function closeCoreBeforeQuit(core: CoreProcess): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const limit = new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS));
    void Promise.race([core.ask({ type: 'close' }).catch(() => undefined), limit]).finally(() => {
      closed = true;
      app.quit();
    });
  });
}

async function run(paths: DesktopPaths, firstProject: () => string | undefined, opened: (open: (path: string) => void) => void): Promise<void> {
  await app.whenReady();
  denyPermissions(session.defaultSession);
  protocol.handle('app', await createAppResponder(paths.rendererDir));
  const core = startCoreProcess(paths.coreHost);
  closeCoreBeforeQuit(core);
  let window: BrowserWindow | undefined;
  const show = (): void => {
    if (window) return window.focus();
    window = createMainWindow({ preload: paths.preload, devTools: !app.isPackaged });
    window.once('closed', () => (window = undefined));
  };
  serveIpc(() => window, core);
  setMenu({ locale: app.getLocale(), mac: process.platform === 'darwin', devTools: !app.isPackaged });
  const open = (path: string): void => {
    show();
    void core.ask({ type: 'open-project', path }).catch(tellError);
  };
  core.onExit((code) => {
    if (code !== 0) tellError(new AppError('request.disconnected'));
  });
  app.on('activate', show);
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const path = projectArgument(argv, workingDirectory);
    if (path === undefined) show();
    else open(path);
  });
  app.on('window-all-closed', () => app.quit());
  opened(open);
  const first = firstProject();
  if (first === undefined) show();
  else open(first);
}

/** One instance per account: a second start hands its project to the first and ends. */
export function startDesktop(paths: DesktopPaths, argv: readonly string[], workingDirectory: string): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return Promise.resolve();
  }
  registerAppScheme();
  hardenApp(app);
  // macOS tells a double-clicked file by this event, possibly before the app is ready.
  let open: ((path: string) => void) | undefined;
  let early = projectArgument(argv, workingDirectory);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (open) open(path);
    else early = path;
  });
  return run(paths, () => early, (ready) => (open = ready));
}

export const pathsBeside = (bundleFolder: string): DesktopPaths => ({
  preload: join(bundleFolder, '..', 'preload', 'preload.cjs'),
  coreHost: join(bundleFolder, 'core-host.js'),
  rendererDir: join(bundleFolder, '..', 'renderer'),
});
