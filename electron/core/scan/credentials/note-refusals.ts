import type { ProjectDatabase } from '../../db/index.ts';
import type { RunCredential } from './run-credential.ts';

/** Leaves in the audit trail that a stored credential was asked for where it is not meant to be used. */
export function noteRefusals(database: ProjectDatabase, { name = '' }: Pick<RunCredential, 'name'>, targets: number, by: string): void {
  if (targets > 0) database.record({ action: 'vault.refuse', by, summary: { name, targets } }, () => undefined);
}
