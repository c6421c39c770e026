import type { BundleRecord, BundleSigner } from '../../../shared/model/bundle.ts';
import type { ProjectDatabase } from '../db/index.ts';

export interface StoredBundle extends BundleRecord {
  readonly bodySha256: string;
}

interface BundleRow extends Omit<StoredBundle, 'reasons'> {
  readonly reasons: string;
}

const SELECT = 'SELECT id AS bundleId, collector, signer, created_at AS createdAt, hosts, state, reasons, at, by, body_sha256 AS bodySha256 FROM bundle';

function toBundle(row: BundleRow): StoredBundle {
  return { ...row, reasons: JSON.parse(row.reasons) as BundleRecord['reasons'] };
}

export function findBundle(database: ProjectDatabase, bundleId: string): StoredBundle | undefined {
  return database.allRaw<BundleRow>(`${SELECT} WHERE id = ?`, bundleId).map(toBundle)[0];
}

/** The newest first. */
export function listBundles(database: ProjectDatabase): BundleRecord[] {
  return database.allRaw<Omit<BundleRow, 'bodySha256'>>('SELECT id AS bundleId, collector, signer, created_at AS createdAt, hosts, state, reasons, at, by FROM bundle ORDER BY at DESC, id').map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as BundleRecord['reasons'] }));
}

/** Inside a transaction, as all writes below. */
export function saveBundle(database: ProjectDatabase, bundle: StoredBundle): void {
  database.runRaw(
    `INSERT INTO bundle (id, collector, signer, created_at, hosts, state, reasons, at, by, body_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, reasons = excluded.reasons, at = excluded.at, by = excluded.by`,
    bundle.bundleId, bundle.collector, bundle.signer, bundle.createdAt, bundle.hosts, bundle.state, JSON.stringify(bundle.reasons), bundle.at, bundle.by, bundle.bodySha256,
  );
}

export function refuseBundle(database: ProjectDatabase, bundleId: string, by: string, at: string): number {
  return database.runRaw("UPDATE bundle SET state = 'refused', by = ?, at = ? WHERE id = ? AND state = 'quarantined'", by, at, bundleId);
}

export function findSigner(database: ProjectDatabase, fingerprint: string): BundleSigner | undefined {
  return database.allRaw<BundleSigner>('SELECT fingerprint, collector, by, at FROM bundle_signer WHERE fingerprint = ?', fingerprint)[0];
}

export function listSigners(database: ProjectDatabase): BundleSigner[] {
  return database.allRaw<BundleSigner>('SELECT fingerprint, collector, by, at FROM bundle_signer ORDER BY at, fingerprint');
}

export function saveSigner(database: ProjectDatabase, { fingerprint, collector, by, at }: BundleSigner): void {
  database.runRaw('INSERT INTO bundle_signer (fingerprint, collector, by, at) VALUES (?, ?, ?, ?) ON CONFLICT (fingerprint) DO UPDATE SET collector = excluded.collector, by = excluded.by, at = excluded.at', fingerprint, collector, by, at);
}

export function removeSigner(database: ProjectDatabase, fingerprint: string): number {
  return database.runRaw('DELETE FROM bundle_signer WHERE fingerprint = ?', fingerprint);
}
