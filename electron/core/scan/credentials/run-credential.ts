import type { Credential } from '../../../../agents/ssh/dial.ts';

/** A credential ready to be offered. Lives in memory while its job lives; never stored, logged or sent to a shell. */
export interface RunCredential {
  /** Tells credentials apart for the lockout guard: `run`, or the path of a target's own key file. */
  readonly id: string;
  readonly credential: Credential;
  /** Account for targets that name none. */
  readonly user: string | undefined;
}
