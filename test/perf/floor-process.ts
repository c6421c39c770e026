import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession } from '../../agents/ssh/open-session.ts';
import type { ScanTarget } from '../../shared/model/scan.ts';

/** The floor: one handshake and `true` per host, nothing else. `floor-process.ts FOLDER CONCURRENCY COUNT` prints how many answered. */
const [folder = '.', concurrency = '8', count = '0'] = process.argv.slice(2);
const all = JSON.parse(readFileSync(join(folder, 'targets.json'), 'utf8')) as ScanTarget[];
const targets = all.slice(0, Number(count));
const privateKey = readFileSync(join(folder, 'key'), 'utf8');
const { signal } = new AbortController();
let next = 0;
let answered = 0;

async function contactInTurn(): Promise<void> {
  for (let target = targets[next]; target !== undefined; target = targets[next]) {
    next += 1;
    try {
      const session = await openSession({ host: target.host, port: target.port, user: target.user ?? 'landfall', credential: { kind: 'key', privateKey }, verifyHostKey: () => Promise.resolve('accept') }, { signal, now: () => new Date() });
      await session.run({ command: 'true', stdin: '', maxBytes: 4096, timeoutMs: 10_000, signal });
      session.close();
      answered += 1;
    } catch {
      // Faulty hosts of the city are part of the load; they are counted by their absence.
    }
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, contactInTurn));
process.stdout.write(`${JSON.stringify({ answered })}\n`);
