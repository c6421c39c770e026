import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import type { CitySystem, Fault } from './city.ts';
import type { Equipped } from './equip-server.ts';
import { shuffled } from './weighted-pick.ts';

/** Order in which faults are dealt out: with few servers the commonest appear first, and again more often. */
const DEAL: readonly Fault[] = ['refused', 'silent', 'changed-host-key', 'slow', 'endless-output', 'reset', 'not-ssh', 'cut-output', 'no-shell', 'refused', 'silent', 'refused'];
/** With the Windows and AIX machines about one host in ten gives no facts or not all. */
const FAULT_SHARE = 0.075;
/** Machines of a release that old are the ones whose SSH was never renewed; the share of them that is beyond today's bounds. */
const OLD_RELEASE = 'centos-6';
const OLD_CRYPTO_SHARE = 0.15;
/**
 * One machine in so many does not know the key. They lie apart: hosts in a row that refuse a credential look like a
 * wrong credential, and a careful scanner would rightly stop offering it.
 */
const SERVERS_PER_REFUSAL = 150;

/** Faults by server index. Platforms stay sound, so that the flows of every system can be seen from their far end. */
export function assignFaults(random: SeededRandom, servers: readonly Equipped[], systems: readonly CitySystem[]): ReadonlyMap<number, Fault> {
  const candidates = servers.filter(({ systemIndex, os }) => os.family === 'linux' && (systemIndex === undefined || systems[systemIndex]?.kind === 'ordinary'));
  const faults = new Map<number, Fault>(spacedRefusals(random, candidates, servers.length).map((index) => [index, 'auth-refused']));
  for (const { index, os } of candidates) if (os.key === OLD_RELEASE && random.next() < OLD_CRYPTO_SHARE && !faults.has(index)) faults.set(index, 'old-crypto');
  const free = candidates.filter(({ index }) => !faults.has(index));
  shuffled(random, free).slice(0, Math.round(servers.length * FAULT_SHARE)).forEach(({ index }, nth) => faults.set(index, DEAL[nth % DEAL.length] ?? 'refused'));
  return faults;
}

/** One candidate from the middle of each stretch of the list. */
function spacedRefusals(random: SeededRandom, candidates: readonly Equipped[], count: number): number[] {
  const stretches = Math.max(1, Math.floor(count / SERVERS_PER_REFUSAL));
  const length = count / stretches;
  return Array.from({ length: stretches }, (_, nth) => {
    const middle = candidates.filter(({ index }) => Math.abs(index - (nth + 0.5) * length) <= length * 0.15);
    return middle.length === 0 ? [] : [random.pick(middle).index];
  }).flat();
}
