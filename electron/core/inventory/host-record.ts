import type { HostReading } from './host-reading.ts';
import type { ListedHost } from './target-values.ts';

/** What a contact with one host brings to the inventory. */
export interface HostRecord {
  /** Where it was met; the target's host when left out. */
  readonly place?: string | undefined;
  /** Type and SHA-256 fingerprint of the SSH host key it showed, parted by a blank. */
  readonly hostKey?: string | undefined;
  /** The server this host and port led to before; a row that was never read becomes the real one. */
  readonly placeServerId?: string | undefined;
  readonly reading: HostReading;
  readonly run: { readonly id: string | null; readonly by: string };
  readonly target: ListedHost;
  readonly outcome: { readonly state: 'scanned' | 'partial'; readonly errorCode: string | null };
  /** ISO instant. */
  readonly at: string;
  readonly newId: () => string;
}

export interface RecordedHost {
  readonly serverId: string;
  /** False when the machine was known already, also under another address. */
  readonly created: boolean;
  readonly evidenceId: string;
}
