import type { Host } from './host.ts';

/** What the desktop's preload script puts on `window.landfall`; nothing else of Electron reaches a page. */
export interface DesktopBridge {
  /** Asks for a port to the core; it arrives as a `message` event of the window with this text and one port. */
  connect(): void;
  readonly host: Host;
}

export const DESKTOP_PORT_MESSAGE = 'landfall:port';
