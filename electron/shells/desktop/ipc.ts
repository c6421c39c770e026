import { ipcMain, MessageChannelMain, type BrowserWindow } from 'electron';
import { DESKTOP_PORT_MESSAGE } from '../../../shared/contract/desktop-bridge.ts';
import type { CoreProcess } from './core-process.ts';
import { answerHostCall } from './host.ts';
import { CONNECT_CHANNEL, HOST_CHANNEL } from './channels.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** The only use of ipcMain: two channels, both closed to everyone but our own page. */
export function serveIpc(currentWindow: () => BrowserWindow | undefined, core: CoreProcess): void {
  const trusted = (event: Parameters<typeof isTrustedSender>[0]): boolean => isTrustedSender(event, currentWindow()?.webContents.id);
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    if (!trusted(event)) return;
    const { port1, port2 } = new MessageChannelMain();
    core.connect(port1);
    event.senderFrame?.postMessage(DESKTOP_PORT_MESSAGE, null, [port2]);
  });
  ipcMain.handle(HOST_CHANNEL, async (event, input: unknown) => {
    const window = currentWindow();
    if (!window || !trusted(event)) throw new Error('refused');
    return answerHostCall(input, { window, core });
  });
}
