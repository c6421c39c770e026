import { APP_ORIGIN } from './app-protocol.ts';

/** The part of an IPC event that says who sent it. */
export interface SentBy {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** Only the main frame of our own window, showing our own pages, may speak to main. */
export function isTrustedSender(event: SentBy, windowContentsId: number | undefined): boolean {
  const { senderFrame } = event;
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === APP_ORIGIN && event.sender.id === windowContentsId;
}
