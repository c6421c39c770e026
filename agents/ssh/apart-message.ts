import type { HostError } from '../../shared/model/scan.ts';
import type { Dial, HostKeyVerdict, ShownHostKey } from './dial.ts';
import type { HostScan, HostScript } from './scan-host.ts';

/** One hop as it crosses to the other thread; the verdict on its key is asked back. */
export type ApartDial = Omit<Dial, 'jump' | 'verifyHostKey'>;

/** To the thread. The way is given from the first jump host to the target. */
export type ApartRequest =
  | { readonly kind: 'scan'; readonly way: readonly ApartDial[]; readonly script: Omit<HostScript, 'forServer'> }
  | { readonly kind: 'verdict'; readonly hop: number; readonly verdict: HostKeyVerdict }
  | { readonly kind: 'abort' };

/** From the thread. */
export type ApartReply =
  | { readonly kind: 'host-key'; readonly hop: number; readonly key: ShownHostKey }
  | { readonly kind: 'step'; readonly step: 'connected' | 'host-key' | 'ready'; readonly fields: Readonly<Record<string, string | number>> }
  | { readonly kind: 'read'; readonly scan: HostScan }
  | { readonly kind: 'failed'; readonly error: HostError };
