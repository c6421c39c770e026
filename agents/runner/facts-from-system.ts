import { SECTION_NAMES, type HostFacts, type SectionName, type SectionReport } from '../../shared/model/host-facts.ts';
import { maskSecrets } from '../probes/mask-secrets.ts';
import { canonicalAddress } from '../probes/network/ip-address.ts';
import { foldConnections } from './fold-connections.ts';
import type { SystemAnswers } from './read-system.ts';

const FAMILIES = new Map<string, NonNullable<HostFacts['os']>['family']>([['linux', 'linux'], ['darwin', 'macos'], ['Windows', 'windows'], ['win32', 'windows'], ['freebsd', 'freebsd'], ['sunos', 'solaris'], ['aix', 'aix']]);
const REMOTE = /^(nfs|smbfs|cifs|afpfs|webdav|9p|fuse\.sshfs)/i;

const text = (value: string | undefined | null): string | undefined => (value === undefined || value === null || value.trim() === '' || value === '-' ? undefined : value.trim());
const count = (value: number | undefined | null): number | undefined => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined);
const bytes = (value: number | undefined | null): number => count(Math.round(value ?? 0)) ?? 0;

function identity({ os, uuid }: SystemAnswers): HostFacts['identity'] {
  const hostname = text(os?.hostname);
  if (hostname === undefined) return undefined;
  const [fqdn, machineId, productUuid] = [text(os?.fqdn), text(uuid?.os), text(uuid?.hardware)];
  return { hostname, ...(fqdn?.includes('.') === true ? { fqdn } : {}), ...(machineId === undefined ? {} : { machineId: machineId.toLowerCase() }), ...(productUuid === undefined ? {} : { productUuid: productUuid.toLowerCase() }) };
}

function osFacts({ os }: SystemAnswers): HostFacts['os'] {
  if (!os) return undefined;
  const family = FAMILIES.get(os.platform) ?? 'other';
  const id = family === 'linux' ? os.distro.toLowerCase().split(' ')[0] : family;
  const [version, kernel] = [text(os.release), text(os.kernel)];
  return { family, id: id ?? 'other', name: `${os.distro} ${os.release}`.trim(), architecture: os.arch === 'x64' ? 'x86_64' : os.arch === 'arm64' ? 'aarch64' : os.arch, ...(version === undefined ? {} : { version }), ...(kernel === undefined ? {} : { kernel }), ...(os.uefi === null || os.uefi === undefined ? {} : { bootMode: os.uefi ? 'uefi' as const : 'bios' as const }) };
}

function virtualisation({ system }: SystemAnswers): HostFacts['virtualisation'] {
  if (!system) return undefined;
  const [technology, vendor, productName, serial] = [text(system.virtualHost), text(system.manufacturer), text(system.model), text(system.serial)];
  const container = system.model === 'Docker Container';
  return { kind: container ? 'container' : system.virtual ? 'virtual' : vendor === undefined ? 'unknown' : 'physical', ...(technology === undefined ? (container ? { technology: 'docker' } : {}) : { technology: technology.toLowerCase() }), ...(vendor === undefined ? {} : { vendor }), ...(productName === undefined ? {} : { productName }), ...(serial === undefined ? {} : { serial }) };
}

function cpuFacts({ cpu }: SystemAnswers): HostFacts['cpu'] {
  const threads = count(cpu?.cores);
  if (!cpu || threads === undefined || threads === 0) return undefined;
  const sockets = count(cpu.processors);
  const cores = count(cpu.physicalCores);
  return { threads, model: `${cpu.manufacturer} ${cpu.brand}`.trim(), ...(sockets === undefined || sockets === 0 ? {} : { sockets }), ...(cores === undefined || cores === 0 ? {} : { cores }), ...(cpu.speed > 0 ? { mhz: Math.round(cpu.speed * 1000) } : {}) };
}

function blockDevices({ disks }: SystemAnswers): HostFacts['blockDevices'] {
  const found = disks?.flatMap((disk) => {
    const kind = disk.type === 'disk' ? 'disk' as const : disk.type === 'part' ? 'partition' as const : disk.type === 'rom' ? 'optical' as const : disk.type === 'lvm' ? 'lvm' as const : disk.type === 'loop' ? 'loop' as const : 'other' as const;
    const model = text(disk.model);
    return disk.size > 0 ? [{ name: disk.name, kind, sizeBytes: bytes(disk.size), ...(disk.physical === 'SSD' || disk.physical === 'HDD' ? { rotational: disk.physical === 'HDD' } : {}), ...(model === undefined ? {} : { model }), parents: [] }] : [];
  });
  return found?.length === 0 ? undefined : found;
}

function filesystems({ filesystems: all }: SystemAnswers): HostFacts['filesystems'] {
  return all?.map((each) => {
    const remote = REMOTE.test(each.type);
    return { mountPoint: each.mount, source: each.fs, fsType: each.type, remote, sizeBytes: remote ? 0 : bytes(each.size), usedBytes: remote ? 0 : bytes(each.used), availableBytes: remote ? 0 : bytes(each.available) };
  });
}

function nics({ nics: all }: SystemAnswers): HostFacts['nics'] {
  return all?.filter((nic) => !nic.internal).map((nic) => {
    const [four, six] = [canonicalAddress(nic.ip4 ?? ''), canonicalAddress(nic.ip6 ?? '')];
    const prefix = count((nic.ip4subnet ?? '').split('.').map((part) => Number(part).toString(2)).join('').replaceAll('0', '').length) ?? 32;
    const [mac, state] = [text(nic.mac), text(nic.operstate)];
    return {
      name: nic.iface, ...(mac === undefined ? {} : { mac: mac.toLowerCase() }), ...(state === undefined ? {} : { state }), ...(typeof nic.speed === 'number' && nic.speed > 0 ? { speedMbps: nic.speed } : {}), ...(typeof nic.mtu === 'number' && nic.mtu > 0 ? { mtu: nic.mtu } : {}),
      addresses: [...(four === undefined ? [] : [{ address: four, prefixLength: Math.min(32, prefix), family: 'ipv4' as const }]), ...(six === undefined ? [] : [{ address: six, prefixLength: 64, family: 'ipv6' as const }])],
    };
  });
}

/** Only when every rate is known: a missing one must not read as zero. */
function utilisation({ load, memory, diskRates, diskOps, nicRates }: SystemAnswers): HostFacts['utilisationNow'] {
  const seconds = (diskRates?.ms ?? 0) / 1000;
  const [read, write, ops] = [diskRates?.rx_sec, diskRates?.wx_sec, diskOps?.tIO_sec];
  if (!load || !memory || seconds < 0.5 || typeof read !== 'number' || typeof write !== 'number' || typeof ops !== 'number' || !nicRates) return undefined;
  const outside = nicRates.filter((nic) => !/^lo\d*$/.test(nic.iface));
  const memUsedBytes = bytes(memory.total - memory.available);
  const sum = (pick: (nic: (typeof outside)[number]) => number | null): number => outside.reduce((all, nic) => all + Math.max(0, pick(nic) ?? 0), 0);
  return {
    intervalSeconds: seconds, cpuRatio: Math.min(1, Math.max(0, load.currentLoad / 100)), memRatio: Math.min(1, memUsedBytes / memory.total), memUsedBytes, load1: Math.max(0, load.avgLoad),
    diskReadBytesPerSecond: Math.max(0, read), diskWriteBytesPerSecond: Math.max(0, write), diskOpsPerSecond: Math.max(0, ops), netInBytesPerSecond: sum((nic) => nic.rx_sec), netOutBytesPerSecond: sum((nic) => nic.tx_sec),
  };
}

function processes({ processes: all }: SystemAnswers): HostFacts['processes'] {
  return all?.list.flatMap((each) => {
    const [pid, ppid] = [count(each.pid), count(each.parentPid)];
    const [user, command] = [text(each.user), text(`${each.command} ${each.params}`)];
    return pid === undefined || ppid === undefined ? [] : [{ pid, ppid, name: each.name, ...(user === undefined ? {} : { user }), ...(command === undefined ? {} : { commandLine: maskSecrets(command).slice(0, 2000) }), residentBytes: bytes(each.memRss * 1024) }];
  });
}

function services({ services: all }: SystemAnswers): HostFacts['services'] {
  const found = all?.filter((each) => each.name !== '*').map((each) => ({ name: each.name, state: each.running ? 'running' as const : 'stopped' as const, startMode: each.startmode === '' ? 'unknown' as const : /auto|enabled|boot|system/i.test(each.startmode) ? 'enabled' as const : 'disabled' as const }));
  return found?.length === 0 ? undefined : found;
}

/** Section → its fact and the answers behind it; a section the library knows nothing of has none. */
const BEHIND: Readonly<Partial<Record<SectionName, readonly [keyof HostFacts, ...(keyof SystemAnswers)[]]>>> = {
  identity: ['identity', 'os', 'uuid'], os: ['os', 'os'], virtualisation: ['virtualisation', 'system'], cpu: ['cpu', 'cpu'], memory: ['memory', 'memory'], 'block-devices': ['blockDevices', 'disks'], filesystems: ['filesystems', 'filesystems'],
  network: ['nics', 'nics'], uptime: ['uptime', 'time'], utilisation: ['utilisationNow', 'load', 'diskRates', 'diskOps', 'nicRates'], sockets: ['listeners', 'connections'], processes: ['processes', 'processes'], packages: ['packages'], services: ['services', 'services'], history: ['history'],
};

/** The JSON of the answers behind a section, secrets of command lines masked: what is kept as evidence. */
function evidence(answers: SystemAnswers, names: readonly (keyof SystemAnswers)[]): string {
  const shown = names.includes('processes') && answers.processes ? { processes: answers.processes.list.map((each) => ({ ...each, command: maskSecrets(each.command), params: maskSecrets(each.params) })) } : Object.fromEntries(names.map((name) => [name, answers[name]]));
  return JSON.stringify(shown);
}

/** Answers of systeminformation → the same facts a scan yields. Pure; what the library cannot tell is absent. */
export function factsFromSystem(answers: SystemAnswers, { collectedAt, privilege }: { collectedAt: string; privilege: HostFacts['privilege'] }): { facts: HostFacts; sections: Map<SectionName, string> } {
  const { memory, time } = answers;
  const folded = answers.connections && foldConnections(answers.connections, new Set(nics(answers)?.flatMap((nic) => nic.addresses.map((each) => each.address))));
  const all: Record<string, unknown> = {
    identity: identity(answers), os: osFacts(answers), virtualisation: virtualisation(answers), cpu: cpuFacts(answers),
    memory: memory && { memBytes: bytes(memory.total), swapBytes: bytes(memory.swaptotal) },
    blockDevices: blockDevices(answers), filesystems: filesystems(answers), nics: nics(answers),
    uptime: time && { seconds: time.uptime, bootedAt: new Date(time.current - time.uptime * 1000).toISOString() },
    utilisationNow: utilisation(answers), listeners: folded?.listeners, flows: folded?.flows, processes: processes(answers), services: services(answers),
  } satisfies Partial<Record<keyof HostFacts, unknown>>;
  const found: Partial<HostFacts> = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const sections = new Map<SectionName, string>();
  const reports = SECTION_NAMES.map((name): SectionReport => {
    const [fact, ...behind] = BEHIND[name] ?? [];
    const seen = fact !== undefined && found[fact] !== undefined;
    const json = seen ? evidence(answers, behind) : '';
    if (seen) sections.set(name, json);
    return { name, state: seen ? 'complete' : 'absent', bytes: json.length, missing: [] };
  });
  return { facts: { schema: 1, collectedAt, privilege, sections: reports, ...found }, sections };
}
