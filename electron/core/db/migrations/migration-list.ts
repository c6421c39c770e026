import initial from './0001-initial.sql?raw';
import serverHostname from './0002-server-hostname.sql?raw';
import scanTargetBlock from './0003-scan-target-block.sql?raw';
import hostKeyPath from './0004-host-key-path.sql?raw';
import campaign from './0005-campaign.sql?raw';
import identity from './0006-identity.sql?raw';

export interface Migration {
  /** Equals the `user_version` of a file after it; rises by one. */
  readonly version: number;
  readonly sql: string;
}

/** In order; a released entry is never edited, only followed. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: initial },
  { version: 2, sql: serverHostname },
  { version: 3, sql: scanTargetBlock },
  { version: 4, sql: hostKeyPath },
  { version: 5, sql: campaign },
  { version: 6, sql: identity },
];

export const NEWEST_VERSION = MIGRATIONS.length;
