import { contextBridge, ipcRenderer } from 'electron';
import { DESKTOP_PORT_MESSAGE, type DesktopBridge } from '../../../shared/contract/desktop-bridge.ts';
import { CONNECT_CHANNEL, HOST_CHANNEL } from './channels.ts';
import type { HostCall } from './host.ts';

// Ports cannot cross the context bridge; a message of the page's own window can carry one.
ipcRenderer.on(DESKTOP_PORT_MESSAGE, (event) => window.postMessage(DESKTOP_PORT_MESSAGE, window.location.origin, [...event.ports]));

const ask = (call: HostCall): Promise<never> => ipcRenderer.invoke(HOST_CHANNEL, call) as Promise<never>;

/** All that a page sees of Electron. */
const bridge: DesktopBridge = {
  connect: () => ipcRenderer.send(CONNECT_CHANNEL),
  host: {
    capabilities: { shell: 'desktop', nativeDialogs: true, revealFile: true },
    pickFile: (purpose) => ask({ name: 'pickFile', purpose }),
    pickSaveTarget: (purpose, suggestedName) => ask({ name: 'pickSaveTarget', purpose, suggestedName }),
    deliverFile: async (token) => {
      await ask({ name: 'deliverFile', token });
    },
  },
};
contextBridge.exposeInMainWorld('landfall', bridge);
