import { randomBytes } from 'node:crypto';
import { buildProbe } from '../../agents/probes/build-probe.ts';
import { parseProbe, type ParsedProbe } from '../../agents/probes/parse-probe.ts';
import type { Credential, Dial } from '../../agents/ssh/dial.ts';
import { HostFailure } from '../../agents/ssh/host-failure.ts';
import { judgeHostKey, parseKnownHosts } from '../../agents/ssh/known-hosts.ts';
import { scanHost, type HostScan } from '../../agents/ssh/scan-host.ts';
import type { RigHost } from './rig-host.ts';
import type { Rig } from './start-rig.ts';

export interface RigScanOptions {
  readonly user: string;
  /** Ask `sudo -n` first. */
  readonly sudo?: boolean;
  /** Default: the rig's key. */
  readonly credential?: Credential;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly dial?: Partial<Dial>;
}

export interface RigScan { readonly scanned: HostScan; readonly parsed: ParsedProbe }

const now = (): Date => new Date();

/** What is dialled for one account of a host: its true key is known, any other is refused. */
export function dialRigHost(rig: Rig, host: RigHost, { user, credential, dial }: RigScanOptions): Dial {
  const { entries } = parseKnownHosts(rig.knownHostsText);
  return {
    host: host.address, port: host.port, user, credential: credential ?? { kind: 'key', privateKey: rig.key.privateKey },
    verifyHostKey: async (shown) => ({ trusted: 'accept', changed: 'changed', revoked: 'changed', unknown: 'unknown' } as const)[judgeHostKey(entries, shown)], ...dial,
  };
}

/** One scan as the product makes it: `agents/ssh` carries the script of `agents/probes`, which reads the answer. */
export async function scanRigHost(rig: Rig, host: RigHost, options: RigScanOptions): Promise<RigScan> {
  const nonce = randomBytes(12).toString('hex');
  const useSudo = options.sudo === true;
  const script = buildProbe({ nonce, useSudo, windowSeconds: 1 });
  const scanned = await scanHost(dialRigHost(rig, host, options), {
    signal: options.signal ?? new AbortController().signal, now, script, ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
  return { scanned, parsed: parseProbe(scanned.text, { nonce, collectedAt: now().toISOString(), sudoAsked: useSudo }) };
}

/** The code a scan failed with, or `none`. */
export async function codeOfScan(scan: Promise<unknown>): Promise<string> {
  return await scan.then(() => 'none', (error: unknown) => {
    if (error instanceof HostFailure) return error.error.code;
    throw error;
  });
}
