import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

type Handler = (...values: readonly unknown[]) => unknown;

class FakeContents extends EventEmitter {
  readonly id: number;
  openHandler: Handler | undefined;
  constructor(id: number) {
    super();
    this.id = id;
  }
  setWindowOpenHandler(handler: Handler): void {
    this.openHandler = handler;
  }
}

class FakeProcess extends EventEmitter {
  readonly sent: { message: unknown; ports: readonly unknown[] }[] = [];
  postMessage(message: { type?: string; id?: number }, ports: readonly unknown[] = []): void {
    this.sent.push({ message, ports });
    if (message.id !== undefined) queueMicrotask(() => this.emit('message', { id: message.id, ok: true, value: message.type === 'resolve' ? '/exports/plan.xlsx' : 'file-token-0001' }));
  }
}

/** Stands for the `electron` module: records what it is told and lets a test speak for Electron. */
export function fakeElectron() {
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    enableSandbox: vi.fn(),
    quit: vi.fn(),
    whenReady: () => Promise.resolve(),
    getLocale: () => 'zh-CN',
    requestSingleInstanceLock: vi.fn(() => true),
  });
  const record = {
    windows: [] as { options: Record<string, unknown>; contents: FakeContents; loaded: string[]; window: EventEmitter }[],
    handlers: new Map<string, Handler>(),
    listeners: new Map<string, Handler>(),
    schemes: [] as unknown[],
    protocols: new Map<string, (request: { url: string; method: string }) => Promise<Response>>(),
    processes: [] as FakeProcess[],
    forks: [] as string[],
    permissions: {} as Record<string, Handler>,
    menus: [] as unknown[],
    revealed: [] as string[],
    dialogs: [] as unknown[],
    errors: [] as string[],
  };
  class BrowserWindow extends EventEmitter {
    readonly webContents: FakeContents;
    constructor(options: Record<string, unknown>) {
      super();
      this.webContents = new FakeContents(record.windows.length + 1);
      record.windows.push({ options, contents: this.webContents, loaded: [], window: this });
      app.emit('web-contents-created', {}, this.webContents);
    }
    loadURL(url: string): Promise<void> {
      record.windows.find((known) => known.window === this)?.loaded.push(url);
      return Promise.resolve();
    }
    show(): void {}
    focus(): void {}
  }
  const permission = (name: string) => (handler: Handler) => void (record.permissions[name] = handler);
  return {
    record,
    app,
    module: {
      app,
      BrowserWindow,
      protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => void record.schemes.push(...schemes), handle: (name: string, handler: (request: { url: string; method: string }) => Promise<Response>) => void record.protocols.set(name, handler) },
      session: { defaultSession: { setPermissionRequestHandler: permission('request'), setPermissionCheckHandler: permission('check'), setDevicePermissionHandler: permission('device') } },
      ipcMain: { on: (name: string, handler: Handler) => void record.listeners.set(name, handler), handle: (name: string, handler: Handler) => void record.handlers.set(name, handler) },
      MessageChannelMain: class {
        readonly port1 = { end: 'core' };
        readonly port2 = { end: 'page' };
      },
      utilityProcess: {
        fork: (path: string) => {
          const child = new FakeProcess();
          record.forks.push(path);
          record.processes.push(child);
          return child;
        },
      },
      Menu: { setApplicationMenu: (menu: unknown) => void record.menus.push(menu), buildFromTemplate: (template: unknown) => template },
      shell: { showItemInFolder: (path: string) => void record.revealed.push(path) },
      dialog: {
        showOpenDialog: (_window: unknown, options: unknown) => (record.dialogs.push(options), Promise.resolve({ canceled: false, filePaths: ['/home/user/registers/departments.csv'] })),
        showSaveDialog: (_window: unknown, options: unknown) => (record.dialogs.push(options), Promise.resolve({ canceled: false, filePath: '/home/user/plan.xlsx' })),
        showErrorBox: (title: string) => void record.errors.push(title),
      },
    },
  };
}
