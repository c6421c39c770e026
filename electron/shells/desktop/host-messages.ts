import type { ErrorPayload } from '../../../shared/kernel/app-error.ts';

/** What main asks the core host; answers carry the same id. A `port` message carries one MessagePort and gets no answer. */
export type HostRequest =
  | { readonly type: 'register'; readonly id: number; readonly path: string; readonly access: 'read' | 'write' }
  | { readonly type: 'resolve'; readonly id: number; readonly token: string }
  | { readonly type: 'open-project'; readonly id: number; readonly path: string }
  | { readonly type: 'close'; readonly id: number };
export type HostMessage = HostRequest | { readonly type: 'port' };
export type HostAnswer = { readonly id: number; readonly ok: true; readonly value: string } | { readonly id: number; readonly ok: false; readonly error: ErrorPayload };
