import type { HostKey } from '../../../../shared/model/scan.ts';

export interface ApprovalRequest {
  readonly host: string;
  readonly port: number;
  readonly fingerprintSha256: string;
}
type Stored = Pick<HostKey, 'host' | 'port' | 'fingerprintSha256' | 'state'>;

export interface ApprovalPlan {
  readonly approve: readonly ApprovalRequest[];
  /** Hosts whose trusted key is replaced by the approved one. */
  readonly replace: readonly ApprovalRequest[];
  readonly refused: number;
}

const keyOf = (key: ApprovalRequest): string => `${key.host.toLowerCase()}\n${key.port}\n${key.fingerprintSha256}`;

/**
 * Which of the asked approvals are allowed. A pending key needs its exact fingerprint. A changed key is approved only
 * when it is the single one asked for and the caller said `replaceChanged`; a revoked one never.
 */
export function planApproval(asked: readonly ApprovalRequest[], stored: readonly Stored[], replaceChanged: boolean): ApprovalPlan {
  const byKey = new Map(stored.map((key) => [keyOf(key), key.state]));
  const distinct = [...new Map(asked.map((key) => [keyOf(key), key])).values()];
  const approve = distinct.filter((key) => byKey.get(keyOf(key)) === 'pending');
  const replace = distinct.filter((key) => byKey.get(keyOf(key)) === 'changed' && replaceChanged && distinct.length === 1);
  return { approve, replace, refused: distinct.length - approve.length - replace.length };
}
