import { GIB } from '../../shared/kernel/quantities.ts';
import type { SeededRandom } from '../../shared/kernel/seeded-random.ts';
import type { Architecture, CityServer, CitySystem, CpuLayout, OsRelease, Role } from './city.ts';
import { CPU_MODELS, HYPERVISORS, MACHINES } from './data/cpu-models.ts';
import { OS_RELEASES } from './data/os-releases.ts';
import { ROLE_SOFTWARE } from './data/role-software.ts';
import type { Place } from './place-servers.ts';
import { shapeLoad } from './shape-load.ts';
import { weightedPick } from './weighted-pick.ts';

const DAY_SECONDS = 86_400;
/** sysstat is installed and on for this share of the machines. */
const HISTORY_SHARE = 0.72;
const SUDO_SHARE = 0.88;
const LONGEST_UPTIME_DAYS = 1900;
/** Closed software that was never built for ARM. */
const X86_ONLY: ReadonlySet<string> = new Set(['oracle', 'weblogic']);
const VCPU_CHOICES: Readonly<Record<'small' | 'medium' | 'large', readonly number[]>> = { small: [1, 2, 2, 4], medium: [2, 4, 4, 8, 8, 16], large: [4, 8, 8, 16, 16, 32] };
const ROLE_SIZE: Readonly<Record<Role, keyof typeof VCPU_CHOICES>> = { web: 'medium', app: 'medium', db: 'large', cache: 'small', queue: 'medium', search: 'large', file: 'small', video: 'large', directory: 'small', exchange: 'large', map: 'large', dns: 'small', backup: 'medium', idle: 'small' };

export type Equipped = Omit<CityServer, 'disks' | 'fault'>;

/** Gives a placed machine its hardware, system, software and load; everything follows from its own random stream. */
export function equipServer(random: SeededRandom, place: Place, kind: CityServer['kind'], system: CitySystem | undefined): Equipped {
  const os = pickOs(random, place.role, kind, system);
  const architecture: Architecture = os.architectures.length > 1 && random.next() < 0.45 ? 'aarch64' : 'x86_64';
  const cpu = pickCpu(random, place.role, kind, architecture);
  const [technology, vendor, product] = pickMachine(random, kind, architecture);
  return {
    ...place, kind, technology, vendor, product, os, architecture, cpu,
    kernel: kernelName(random.pick(os.kernels), os, architecture),
    ...pickMemory(random, place.role, kind, cpu),
    rootUsedRatio: 0.12 + 0.7 * random.next(),
    dataUsedRatio: 0.15 + 0.8 * Math.sqrt(random.next()),
    software: weightedPick(random, ROLE_SOFTWARE[place.role].filter(({ key }) => architecture === 'x86_64' || !X86_ONLY.has(key))).key,
    rebootPeriodSeconds: Math.round(Math.min(LONGEST_UPTIME_DAYS, 12 - Math.log(1 - random.next()) * 400) * DAY_SECONDS),
    rebootPhaseSeconds: random.integer(0, 2000 * DAY_SECONDS),
    clockSkewSeconds: random.next() < 0.03 ? random.pick([-1, 1]) * random.integer(120, 4000) : random.integer(-1, 1),
    sudo: random.next() < SUDO_SHARE,
    load: shapeLoad(random, place.role, system?.environment, cpu.threads),
    history: os.family === 'linux' && random.next() < HISTORY_SHARE ? { days: random.next() < 0.2 ? 7 : 28, intervalSeconds: 600 } : undefined,
  };
}

/** Windows serves a few ordinary tiers, AIX a few physical databases; platforms and all the rest run Linux. */
function pickOs(random: SeededRandom, role: Role, kind: CityServer['kind'], system: CitySystem | undefined): OsRelease {
  const ordinary = system === undefined || system.kind === 'ordinary';
  return weightedPick(random, OS_RELEASES.filter(({ family }) => family === 'linux' || (ordinary && (family === 'windows' ? role === 'web' || role === 'app' || role === 'idle' : role === 'db' && kind === 'physical'))));
}

function pickCpu(random: SeededRandom, role: Role, kind: CityServer['kind'], architecture: Architecture): CpuLayout {
  const model = weightedPick(random, CPU_MODELS.filter((candidate) => candidate.architecture === architecture));
  if (kind === 'physical') {
    const sockets = role === 'db' && random.next() < 0.15 ? 4 : random.next() < 0.12 ? 1 : 2;
    const cores = sockets * model.coresPerSocket;
    return { model: model.name, sockets, cores, threads: cores * model.threadsPerCore, mhz: model.mhz };
  }
  const threads = random.pick(VCPU_CHOICES[ROLE_SIZE[role]]);
  return { model: model.name, sockets: Math.ceil(threads / 8), cores: threads, threads, mhz: model.mhz };
}

function pickMachine(random: SeededRandom, kind: CityServer['kind'], architecture: Architecture): readonly [technology: CityServer['technology'], vendor: string, product: string] {
  if (kind === 'physical') {
    const [vendor, product] = random.pick(MACHINES.get(architecture) ?? []);
    return ['none', vendor, product];
  }
  const choices = HYPERVISORS.filter(([technology]) => architecture === 'x86_64' || technology === 'kvm');
  const { row } = weightedPick(random, choices.map((row) => ({ row, weight: row[4] })));
  return [row[0], row[1], row[0] === 'kvm' && architecture === 'aarch64' ? 'KVM Virtual Machine' : row[2]];
}

/** Memory as the kernel reports it: a little less than what is plugged in, whole KiB. */
function pickMemory(random: SeededRandom, role: Role, kind: CityServer['kind'], cpu: CpuLayout): { memBytes: number; swapBytes: number } {
  const perThread = role === 'db' || role === 'search' || role === 'cache' ? random.pick([4, 4, 8]) : random.pick([2, 2, 4]);
  const gib = kind === 'physical' ? random.pick([32, 64, 128, 128, 256, 512]) : Math.max(2, cpu.threads * perThread);
  return { memBytes: Math.floor((gib * GIB * 0.972) / 1024) * 1024, swapBytes: random.pick([0, 2, 4, 8, 8, 16]) * GIB };
}

/** RPM kernels carry the architecture in their name. */
function kernelName(base: string, os: OsRelease, architecture: Architecture): string {
  if (os.family !== 'linux' || os.packageFormat === 'dpkg' || os.key === 'sles-12' || base.endsWith(`.${architecture}`)) return base;
  return `${base}.${architecture}`;
}
