import type { HostKey } from '../../../../shared/model/scan.ts';

export interface ApprovalRequest {
  readonly host: string;
  readonly port: number;
  readonly fingerprintSha256: string;
  /** The way to the host; left out, every way on which it showed this key. */
  readonly path?: string | undefined;
}
/** One stored key, named by where and how it was shown. */
export interface KeyPlace extends ApprovalRequest {
  readonly path: string;
}
type Stored = KeyPlace & Pick<HostKey, 'state'>;

export interface ApprovalPlan {
  readonly approve: readonly KeyPlace[];
  /** Hosts whose trusted key is replaced by the approved one. */
  readonly replace: readonly KeyPlace[];
  readonly refused: number;
}

const keyOf = (key: ApprovalRequest): string => `${key.host.toLowerCase()}\n${key.port}\n${key.fingerprintSha256}`;

/**
 * Which of the asked approvals are allowed. A pending key needs its exact fingerprint. A changed key is approved only
 * when it is the single one asked for and the caller said `replaceChanged`; a revoked one never.
 */
export function planApproval(asked: readonly ApprovalRequest[], stored: readonly Stored[], replaceChanged: boolean): ApprovalPlan {
  const byKey = Map.groupBy(stored, keyOf);
  const distinct = [...new Map(asked.map((key) => [`${keyOf(key)}\n${key.path ?? '-'}`, key])).values()];
  const shown = (key: ApprovalRequest, state: HostKey['state']): KeyPlace[] =>
    (byKey.get(keyOf(key)) ?? []).filter((row) => row.state === state && (key.path === undefined || key.path === row.path)).map(({ host, port, path, fingerprintSha256 }) => ({ host, port, path, fingerprintSha256 }));
  const pending = distinct.map((key) => shown(key, 'pending'));
  const changed = distinct.map((key) => (replaceChanged && distinct.length === 1 ? shown(key, 'changed') : []));
  // A changed key shown on two ways is two decisions.
  const replace = changed.map((rows) => (rows.length === 1 ? rows : []));
  const refused = distinct.filter((_key, index) => pending[index]?.length === 0 && replace[index]?.length === 0).length;
  return { approve: pending.flat(), replace: replace.flat(), refused };
}
