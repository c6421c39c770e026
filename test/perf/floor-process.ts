import { readFileSync } from 'node:fs';
import { openSession } from '../../agents/ssh/open-session.ts';
import type { ScanTarget } from '../../shared/model/scan.ts';

/**
 * The floor: one handshake and `true` per host, nothing else. `floor-process.ts TARGETS.json KEY CONCURRENCY
 * [TIMEOUT_MS]` prints the positions in the list of those that answered.
 */
const [list = '', key = '', concurrency = '8', timeout = '5000'] = process.argv.slice(2);
const targets = JSON.parse(readFileSync(list, 'utf8')) as ScanTarget[];
const credential = { kind: 'key', privateKey: readFileSync(key, 'utf8') } as const;
const timeoutMs = Number(timeout);
const timeouts = { connectMs: timeoutMs, bannerMs: timeoutMs, handshakeMs: timeoutMs };
const { signal } = new AbortController();
const answered: number[] = [];
let next = 0;

async function contactInTurn(): Promise<void> {
  for (let target = targets[next]; target !== undefined; target = targets[next]) {
    const position = next;
    next += 1;
    try {
      const session = await openSession({ host: target.host, port: target.port, user: target.user ?? 'landfall', credential, timeouts, verifyHostKey: () => Promise.resolve('accept') }, { signal, now: () => new Date() });
      await session.run({ command: 'true', stdin: '', maxBytes: 4096, timeoutMs, signal });
      session.close();
      answered.push(position);
    } catch {
      // Faulty hosts of the city; they are told by their absence.
    }
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, contactInTurn));
process.stdout.write(`${JSON.stringify({ answered })}\n`);
