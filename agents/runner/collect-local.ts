import { randomBytes } from 'node:crypto';
import { buildProbe } from '../probes/build-probe.ts';
import { parseProbe } from '../probes/parse-probe.ts';
import type { HostFacts, SectionName } from '../../shared/model/host-facts.ts';
import type { HostError } from '../../shared/model/scan.ts';
import { factsFromSystem } from './facts-from-system.ts';
import { readSystem } from './read-system.ts';
import { runLocalScript } from './run-local-script.ts';

export interface CollectLocalOptions {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Default: this machine's. Other than `linux` means systeminformation. */
  readonly platform?: NodeJS.Platform;
  /** 24 hexadecimal digits. */
  readonly newNonce?: () => string;
}

export interface LocalCollection {
  /** The evidence as one text. */
  readonly text: string;
  readonly facts: HostFacts;
  readonly sections: ReadonlyMap<SectionName, string>;
  readonly problems: readonly HostError[];
}

const MAX_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

async function collectByScript({ now, signal, newNonce }: CollectLocalOptions): Promise<LocalCollection> {
  const nonce = newNonce?.() ?? randomBytes(12).toString('hex');
  const collectedAt = now().toISOString();
  const { stdin } = buildProbe({ nonce, useSudo: false });
  const raw = await runLocalScript({ command: ['/bin/sh', '-s'], stdin, maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS, ...(signal ? { signal } : {}) });
  const { facts, sections, problems } = parseProbe(raw, { nonce, collectedAt });
  return { text: evidenceText(sections), facts, sections, problems };
}

function evidenceText(sections: ReadonlyMap<SectionName, string>): string {
  return [...sections].map(([name, text]) => `== ${name}\n${text}\n`).join('');
}

/** Facts and evidence of the machine this runs on, with the rights of the running account. */
export async function collectLocal(options: CollectLocalOptions): Promise<LocalCollection> {
  if ((options.platform ?? process.platform) === 'linux') return await collectByScript(options);
  const collectedAt = options.now().toISOString();
  const answers = await readSystem(options.signal);
  const { facts, sections } = factsFromSystem(answers, { collectedAt, privilege: process.getuid?.() === 0 ? 'root' : 'user' });
  return { text: evidenceText(sections), facts, sections, problems: [] };
}
