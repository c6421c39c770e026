import type { ShownHostKey } from '../../../../agents/ssh/dial.ts';
import type { HostKeyPolicy } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { decideHostKey, type HostKeyDecision, type KnownKey } from './decide-host-key.ts';
import { loadKeysOfHost, putContactKey } from './store.ts';

export interface HostKeyBookOptions {
  readonly database: ProjectDatabase;
  readonly policy: HostKeyPolicy;
  readonly by: string;
  readonly now: () => Date;
  /** Keys of imported lines that name no single host, such as hashed ones. */
  readonly patternKeys: (host: string, port: number) => readonly KnownKey[];
}

/** The project's memory of host keys during one run. */
export interface HostKeyBook {
  /** Types of the keys trusted for a host, so that it is asked for one of them. */
  trustedTypes(host: string, port: number, path: string): string[];
  /** Decides on a shown key and stores what was seen. `path`: the jump hosts before it, empty for none. */
  judge(key: ShownHostKey, path: string, credentialKind: 'agent' | 'key' | 'password'): HostKeyDecision;
}

export function createHostKeyBook({ database, policy, by, now, patternKeys }: HostKeyBookOptions): HostKeyBook {
  const keysOf = (host: string, port: number, path: string): KnownKey[] => {
    const { own, anyPath } = loadKeysOfHost(database, host, port, path);
    const lent = [...anyPath, ...patternKeys(host, port)];
    // What was trusted on this very way outranks what an imported line says of the address; a revocation counts everywhere.
    return own.some((key) => key.state === 'trusted') ? [...own, ...lent.filter((key) => key.state === 'revoked')] : [...own, ...lent];
  };
  return {
    trustedTypes: (host, port, path) => [...new Set(keysOf(host, port, path).filter((key) => key.state === 'trusted').map((key) => key.keyType))],
    judge: (key, path, credentialKind) => {
      const offered = { keyType: key.type, fingerprintSha256: key.fingerprintSha256 };
      const decision = decideHostKey({ policy, credentialKind, known: keysOf(key.host, key.port, path), offered });
      if (decision.record) putContactKey(database, { host: key.host, port: key.port, path, ...offered, publicKeyBase64: key.publicKeyBase64, ...decision.record, by, at: now().toISOString() });
      return decision;
    },
  };
}
