import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildProbe } from '../../agents/probes/build-probe.ts';
import { parseProbe } from '../../agents/probes/parse-probe.ts';
import { scanHost } from '../../agents/ssh/scan-host.ts';
import type { SectionName } from '../../shared/model/host-facts.ts';
import type { ScanTarget } from '../../shared/model/scan.ts';

/**
 * Some sections of the probe on some hosts, to see what they cost there: `run-typescript.mjs probe-process.ts TARGETS.json KEY
 * CONCURRENCY SECTIONS` prints how many answered with all of them.
 */
const [list = '', key = '', concurrency = '5', names = ''] = process.argv.slice(3);
const targets = JSON.parse(readFileSync(list, 'utf8')) as ScanTarget[];
const sections = names.split(',') as SectionName[];
const credential = { kind: 'key', privateKey: readFileSync(key, 'utf8') } as const;
const { signal } = new AbortController();
const now = (): Date => new Date();
let answered = 0;

async function contactInTurn(): Promise<void> {
  for (let target = targets.pop(); target !== undefined; target = targets.pop()) {
    const nonce = randomBytes(12).toString('hex');
    const dial = { host: target.host, port: target.port, user: target.user ?? '', credential, verifyHostKey: () => Promise.resolve('accept' as const) };
    const { text } = await scanHost(dial, { script: buildProbe({ nonce, useSudo: false, sections }), signal, now });
    const { facts } = parseProbe(text, { nonce, collectedAt: now().toISOString() });
    if (sections.every((name) => text.includes(`@${nonce} ${name} `)) && (facts.packages?.items.length ?? 1) > 0) answered += 1;
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, contactInTurn));
process.stdout.write(`${JSON.stringify({ answered })}\n`);
