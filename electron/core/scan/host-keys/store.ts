import type { HostKey } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import type { KnownKey } from './decide-host-key.ts';
import type { KeyPlace } from './plan-approval.ts';

/** One row of host_key; `host` is stored in lower case. */
export interface StoredHostKey extends Omit<HostKey, 'previousFingerprintSha256'> {
  readonly publicKeyBase64: string;
}

const KNOWN_HOSTS_DOCUMENT = 'known-hosts-patterns';

/** Of a row: it counts on every way to the host. */
export const ANY_PATH = '*';

/** The keys kept for this very way to a host, and those that count on any way. */
export function loadKeysOfHost(database: ProjectDatabase, host: string, port: number, path: string): { own: KnownKey[]; anyPath: KnownKey[] } {
  const rows = database.allRaw<KnownKey & { path: string }>(
    'SELECT path, key_type AS keyType, fingerprint_sha256 AS fingerprintSha256, state FROM host_key WHERE host = ? AND port = ? AND path IN (?, ?)', host.toLowerCase(), port, path, ANY_PATH);
  return { own: rows.filter((row) => row.path !== ANY_PATH), anyPath: rows.filter((row) => row.path === ANY_PATH) };
}

const PUT_KEY = `INSERT INTO host_key (host, port, path, key_type, public_key, fingerprint_sha256, state, origin, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (host, port, path, key_type, fingerprint_sha256) DO UPDATE SET state = excluded.state, origin = excluded.origin, by = excluded.by, at = excluded.at`;

/** Stores keys as they are; a row of the same key is replaced. Only inside a transaction. */
export function putHostKeys(database: ProjectDatabase, keys: readonly StoredHostKey[]): void {
  for (const key of keys) {
    database.runRaw(PUT_KEY, key.host.toLowerCase(), key.port, key.path, key.keyType, key.publicKeyBase64, key.fingerprintSha256, key.state, key.origin, key.by, key.at);
  }
}

/** What a contact showed. A host that shows a new key each time must not fill the table: the last one is kept. */
export function putContactKey(database: ProjectDatabase, key: StoredHostKey): void {
  database.note(() => {
    database.run(database.sql.deleteFrom('host_key').where('host', '=', key.host.toLowerCase()).where('port', '=', key.port).where('path', '=', key.path).where('state', 'in', ['pending', 'changed']));
    putHostKeys(database, [key]);
  });
}

/** Trusts keys already stored. Only inside a transaction. */
export function trustKeys(database: ProjectDatabase, keys: readonly KeyPlace[], by: string, at: string): void {
  for (const key of keys) {
    database.run(database.sql.updateTable('host_key').set({ state: 'trusted', origin: 'approved', by, at })
      .where('host', '=', key.host.toLowerCase()).where('port', '=', key.port).where('path', '=', key.path).where('fingerprint_sha256', '=', key.fingerprintSha256));
  }
}

/** Forgets every other key of this way to the host; for the direct way also what an imported line said. Only inside a transaction. */
export function dropOtherKeys(database: ProjectDatabase, key: KeyPlace): void {
  const paths = key.path === '' ? ['', ANY_PATH] : [key.path];
  database.run(database.sql.deleteFrom('host_key').where('host', '=', key.host.toLowerCase()).where('port', '=', key.port).where('path', 'in', paths)
    .where('fingerprint_sha256', '!=', key.fingerprintSha256).where('state', '!=', 'revoked'));
}

export interface HostKeyFilter {
  readonly states?: readonly HostKey['state'][] | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Keys that need a decision come first, then by host. */
export function listHostKeys(database: ProjectDatabase, filter: HostKeyFilter): { rows: HostKey[]; total: number; grandTotal: number } {
  return database.read(() => {
    const count = (states: HostKeyFilter['states']): number => {
      const base = database.sql.selectFrom('host_key').select(({ fn }) => fn.countAll<number>().as('count'));
      return database.first(states ? base.where('state', 'in', states) : base)?.count ?? 0;
    };
    const base = database.sql.selectFrom('host_key').select((row) => [
      'host', 'port', 'path', 'key_type', 'fingerprint_sha256', 'state', 'origin', 'by', 'at',
      row.selectFrom('host_key as trusted').select('trusted.fingerprint_sha256').whereRef('trusted.host', '=', 'host_key.host').whereRef('trusted.port', '=', 'host_key.port')
        .where((trusted) => trusted.or([trusted('trusted.path', '=', trusted.ref('host_key.path')), trusted('trusted.path', '=', ANY_PATH)]))
        .where('trusted.state', '=', 'trusted').orderBy('trusted.path', 'desc').orderBy('trusted.at', 'desc').limit(1).as('previous'),
      row.case('host_key.state').when('changed').then(0).when('pending').then(1).when('trusted').then(2).else(3).end().as('rank'),
    ]);
    const rows = database.all((filter.states ? base.where('host_key.state', 'in', filter.states) : base).orderBy('rank').orderBy('host').orderBy('port').orderBy('path').limit(filter.limit).offset(filter.offset));
    return {
      rows: rows.map((row) => ({
        host: row.host, port: row.port, path: row.path, keyType: row.key_type, fingerprintSha256: row.fingerprint_sha256, state: row.state,
        previousFingerprintSha256: row.state === 'changed' ? row.previous : null, origin: row.origin, by: row.by, at: row.at,
      })),
      total: count(filter.states),
      grandTotal: count(undefined),
    };
  });
}

/** The key a host showed on this way (by its fingerprint, when that is known), else the one trusted; undefined when none is stored. */
export function findHostKey(database: ProjectDatabase, host: string, port: number, path: string, fingerprintSha256: string | undefined): HostKey | undefined {
  const rows = database.all(database.sql.selectFrom('host_key').selectAll().where('host', '=', host.toLowerCase()).where('port', '=', port).where('path', 'in', [path, ANY_PATH]).orderBy('path', 'desc'));
  const trusted = rows.find((row) => row.state === 'trusted');
  const row = rows.find((each) => each.fingerprint_sha256 === fingerprintSha256) ?? trusted;
  return row && {
    host: row.host, port: row.port, path: row.path, keyType: row.key_type, fingerprintSha256: row.fingerprint_sha256, state: row.state, origin: row.origin, by: row.by, at: row.at,
    previousFingerprintSha256: row.state === 'changed' ? (trusted?.fingerprint_sha256 ?? null) : null,
  };
}

/** Every key, for approval and import. */
export function loadAllKeys(database: ProjectDatabase): (KeyPlace & { readonly keyType: string; readonly state: HostKey['state'] })[] {
  const rows = database.all(database.sql.selectFrom('host_key').select(['host', 'port', 'path', 'key_type', 'fingerprint_sha256', 'state']));
  return rows.map((row) => ({ host: row.host, port: row.port, path: row.path, keyType: row.key_type, fingerprintSha256: row.fingerprint_sha256, state: row.state }));
}

/** Imported known_hosts lines that name no single host (hashed names, wildcards): matched when such a host is met. */
export function loadKnownHostsPatterns(database: ProjectDatabase): string {
  return database.first(database.sql.selectFrom('document').select('body').where('key', '=', KNOWN_HOSTS_DOCUMENT))?.body ?? '';
}

/** Only inside a transaction. */
export function saveKnownHostsPatterns(database: ProjectDatabase, body: string): void {
  database.run(database.sql.insertInto('document').values({ key: KNOWN_HOSTS_DOCUMENT, body }).onConflict((conflict) => conflict.column('key').doUpdateSet({ body })));
}
