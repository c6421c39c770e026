import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import type { CitySystem, Fault } from './city.ts';
import type { Equipped } from './equip-server.ts';
import { shuffled } from './weighted-pick.ts';

/** Order in which faults are dealt out: with few servers the commonest appear first, and again more often. */
const DEAL: readonly Fault[] = ['auth-refused', 'refused', 'silent', 'changed-host-key', 'slow', 'endless-output', 'reset', 'not-ssh', 'cut-output', 'no-shell', 'refused', 'auth-refused', 'refused', 'silent'];
/** With the Windows and AIX machines about one host in ten gives no facts or not all. */
const FAULT_SHARE = 0.075;
/** Machines of a release that old are the ones whose SSH was never renewed; the share of them that is beyond today's bounds. */
const OLD_RELEASE = 'centos-6';
const OLD_CRYPTO_SHARE = 0.15;

/** Faults by server index. Platforms stay sound, so that the flows of every system can be seen from their far end. */
export function assignFaults(random: SeededRandom, servers: readonly Equipped[], systems: readonly CitySystem[]): ReadonlyMap<number, Fault> {
  const candidates = servers.filter(({ systemIndex, os }) => os.family === 'linux' && (systemIndex === undefined || systems[systemIndex]?.kind === 'ordinary'));
  const chosen = shuffled(random, candidates).slice(0, Math.round(servers.length * FAULT_SHARE));
  const old = candidates.filter(({ os }) => os.key === OLD_RELEASE && random.next() < OLD_CRYPTO_SHARE);
  return new Map([...old.map(({ index }): [number, Fault] => [index, 'old-crypto']), ...chosen.map(({ index }, nth): [number, Fault] => [index, DEAL[nth % DEAL.length] ?? 'refused'])]);
}
