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
  trustedTypes(host: string, port: number): string[];
  /** Decides on a shown key and stores what was seen. */
  judge(key: ShownHostKey, credentialKind: 'agent' | 'key' | 'password'): HostKeyDecision;
}

export function createHostKeyBook({ database, policy, by, now, patternKeys }: HostKeyBookOptions): HostKeyBook {
  const keysOf = (host: string, port: number): KnownKey[] => [...loadKeysOfHost(database, host, port), ...patternKeys(host, port)];
  return {
    trustedTypes: (host, port) => [...new Set(keysOf(host, port).filter((key) => key.state === 'trusted').map((key) => key.keyType))],
    judge: (key, credentialKind) => {
      const offered = { keyType: key.type, fingerprintSha256: key.fingerprintSha256 };
      const decision = decideHostKey({ policy, credentialKind, known: keysOf(key.host, key.port), offered });
      if (decision.record) putContactKey(database, { host: key.host, port: key.port, ...offered, publicKeyBase64: key.publicKeyBase64, ...decision.record, by, at: now().toISOString() });
      return decision;
    },
  };
}
