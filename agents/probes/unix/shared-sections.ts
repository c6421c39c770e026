import { PROBE_SECTIONS } from '../probe-sections.ts';
import type { SectionTable } from '../section-declaration.ts';
import { declareUnix } from './declare.ts';
import { parseUnixFilesystems } from './parse-filesystems.ts';
import { parseUnixIdentity, parseUnixUptime } from './parse-identity.ts';
import { parseUnixNetwork } from './parse-network.ts';
import { maskPsLine, parseUnixProcesses } from './parse-processes.ts';
import { parseUnixSockets } from './parse-sockets.ts';
import { parseUnixUtilisation } from './parse-utilisation.ts';

/** Sections that read alike on all four systems; each gives the programs it starts. */
export const identitySection = (more: readonly string[]): SectionTable => declareUnix({
  name: 'identity', programs: ['uname -n', 'date -u +%Y-%m-%dT%H:%M:%SZ', ...more], columns: ['hostname', ...(more.length > 0 ? ['productUuid'] : []), 'clockSkewSeconds'], read: (lines, { collectedAt }) => ({ identity: parseUnixIdentity(lines, collectedAt) }),
});

export const uptimeSection = declareUnix({ name: 'uptime', programs: ['ps -o etime= -p 1'], columns: ['seconds'], read: (lines) => ({ uptime: parseUnixUptime(lines) }) });

export const networkSection = (programs: readonly string[], columns: readonly string[]): SectionTable => declareUnix({
  name: 'network', seconds: 12, bytes: 131_072, programs, columns: ['name', 'state', 'addresses', ...columns], read: (lines) => ({ nics: parseUnixNetwork(lines) }),
});

export const socketsSection = (more: readonly string[], columns: readonly string[]): SectionTable => declareUnix({
  name: 'sockets', seconds: 12, bytes: 524_288, programs: ['netstat -an', ...more],
  columns: ['listeners.transport', 'listeners.address', 'listeners.port', ...columns, 'flows.direction', 'flows.peerAddress', 'flows.port', 'flows.connections'],
  read: (lines, { facts }) => parseUnixSockets(lines, new Set(facts.nics?.flatMap((nic) => nic.addresses.map((each) => each.address)))) ?? {},
});

export const processesSection = (program: string, columns: readonly string[]): SectionTable => declareUnix({
  name: 'processes', seconds: 10, bytes: 1_048_576, programs: [program], columns: ['pid', 'ppid', 'name', 'user', 'commandLine', ...columns],
  read: (lines) => { const processes = parseUnixProcesses(lines); return processes.length === 0 ? {} : { processes }; }, maskLine: maskPsLine,
});

export const filesystemsSection = (programs: readonly string[]): SectionTable => declareUnix({
  name: 'filesystems', seconds: 10, programs, columns: ['mountPoint', 'source', 'fsType', 'sizeBytes', 'usedBytes', 'availableBytes', 'remote'], read: (lines) => ({ filesystems: parseUnixFilesystems(lines) }),
});

export const utilisationSection = (more: readonly string[]): SectionTable => declareUnix({
  name: 'utilisation', seconds: 15, programs: ['uptime', 'vmstat 2 2', ...more], columns: ['intervalSeconds', 'cpuRatio', 'memRatio', 'memUsedBytes', 'load1'],
  read: (lines, { facts }) => ({ utilisationNow: parseUnixUtilisation(lines, facts.memory?.memBytes) }),
});

/** The order of Linux: by rising cost. */
export function inOrder(sections: readonly SectionTable[]): readonly SectionTable[] {
  const place = new Map(PROBE_SECTIONS.map(({ name }, index) => [name, index]));
  return sections.toSorted((one, other) => (place.get(one.name) ?? 0) - (place.get(other.name) ?? 0));
}
