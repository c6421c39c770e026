import type { Credential } from '../../../../agents/ssh/dial.ts';
import type { VaultCredential } from '../../ports/secret-vault.ts';

/** A credential ready to be offered. Lives in memory while its job lives; never stored, logged or sent to a shell. */
export interface RunCredential {
  /** Tells credentials apart for the lockout guard: `run`, or the path of a target's own key file. */
  readonly id: string;
  readonly credential: Credential;
  /** Where a stored credential may be used; left out: anywhere. */
  readonly covers?: VaultCredential['covers'];
  /** What a person calls it, for the audit trail; left out for one given with the run. */
  readonly name?: string;
  /** Account for targets that name none. */
  readonly user: string | undefined;
}
