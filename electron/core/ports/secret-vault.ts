import type { Credential } from '../../../agents/ssh/dial.ts';
import type { ScanTarget } from '../../../shared/model/scan.ts';

/** A credential taken out of the vault; lives in memory while what it was taken for lives. */
export interface VaultCredential {
  readonly id: string;
  readonly name: string;
  readonly user: string | null;
  readonly credential: Credential;
  /** May it be used on this target, with these hosts on the way? */
  readonly covers: (target: Pick<ScanTarget, 'host' | 'departmentName'>, jumpHosts: readonly string[]) => boolean;
}

/** The only way a stored secret leaves the vault: to the core itself. */
export interface SecretVault {
  /** Throws `vault.none`, `vault.locked`, `vault.damaged` or `record.not_found`. */
  use(id: string): Promise<VaultCredential>;
}
