import type { ProjectDatabase } from '../../db/index.ts';
import { planApproval, type ApprovalRequest } from './plan-approval.ts';
import { dropOtherKeys, loadAllKeys, trustKeys } from './store.ts';

export interface Approval {
  readonly keys: readonly ApprovalRequest[];
  readonly replaceChanged: boolean;
  readonly by: string;
  readonly at: string;
}

/** Trusts what may be trusted; the audit trail names a changed key that was replaced. */
export function approveHostKeys(database: ProjectDatabase, { keys, replaceChanged, by, at }: Approval): { approved: number; refused: number } {
  const { approve, replace, refused } = planApproval(keys, loadAllKeys(database), replaceChanged);
  if (approve.length > 0) database.record({ action: 'scan.approveHostKeys', by, summary: { approved: approve.length, refused } }, () => trustKeys(database, approve, by, at));
  for (const key of replace) {
    database.record({ action: 'scan.replaceHostKey', by, summary: { ...key } }, () => {
      dropOtherKeys(database, key);
      trustKeys(database, [key], by, at);
    });
  }
  return { approved: approve.length + replace.length, refused };
}
