import type { EstateAccess } from './start-estate.ts';

/** What goes into the estate's thread. */
export type EstateRequest = { readonly kind: 'start'; readonly seed: number; readonly servers: number } | { readonly kind: 'close' };

/** What comes back; `failed` carries the system's error code (EMFILE, EADDRINUSE …) or its message. */
export type EstateReply = { readonly kind: 'ready'; readonly access: EstateAccess } | { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly reason: string };
