import type { HostFacts, SectionName, SectionReport } from '../../shared/model/host-facts.ts';
import type { HostError } from '../../shared/model/scan.ts';
import { parseBlockDevices } from './block-devices/parse.ts';
import { parseCpu } from './cpu/parse.ts';
import { parseFilesystems } from './filesystems/parse.ts';
import { parseHistory } from './history/parse.ts';
import { parseIdentity } from './identity/parse.ts';
import { defined } from './key-values.ts';
import { parseMemory } from './memory/parse.ts';
import { parseNetwork } from './network/parse.ts';
import { parseOs } from './os/parse.ts';
import { parsePackages } from './packages/parse.ts';
import { maskProcessLine, parseProcesses } from './processes/parse.ts';
import { reportSections } from './section-report.ts';
import { parseServices } from './services/parse.ts';
import { parseSockets } from './sockets/parse.ts';
import { splitFrame, type Frame } from './split-frame.ts';
import { parseUptime } from './uptime/parse.ts';
import { parseUtilisation } from './utilisation/parse.ts';
import { parseVirtualisation } from './virtualisation/parse.ts';

export interface ParseOptions {
  readonly nonce: string;
  /** Our instant of the contact, ISO 8601: the host's clock is compared with it. */
  readonly collectedAt: string;
  /** True when sudo was asked for: then facts of an ordinary account are reported as SUDO_MISSING. */
  readonly sudoAsked?: boolean;
}

export interface ParsedProbe {
  readonly facts: HostFacts;
  /** Each section's text as it may be stored: control characters gone, secrets of command lines masked. Never store the raw text. */
  readonly sections: Map<SectionName, string>;
  /** SUDO_MISSING, CMD_TIMEOUT, OUTPUT_TRUNCATED, CLOCK_SKEW, PLATFORM_UNSUPPORTED; at most one of each. */
  readonly problems: HostError[];
}

const CLOCK_SKEW_SECONDS = 120;

function nonEmpty<T>(list: T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

/** The frame with the secrets of command lines masked: what is read from it and what is kept of it have none. */
function masked(frame: Frame): Frame {
  const processes = frame.sections.get('processes');
  if (!processes) return frame;
  return { ...frame, sections: new Map(frame.sections).set('processes', { ...processes, lines: processes.lines.map(maskProcessLine) }) };
}

/** Of a section only what arrived whole: its frame was closed, and it was neither skipped nor cut by the connection. */
function readable(frame: Frame): (name: SectionName) => readonly string[] | undefined {
  return (name) => {
    const section = frame.sections.get(name);
    return section?.closed === true && !section.skipped ? section.lines : undefined;
  };
}

function readFacts(frame: Frame, collectedAt: string): { facts: Partial<HostFacts>; ownersHidden: boolean } {
  const of = readable(frame);
  const read = <T>(name: SectionName, parse: (lines: readonly string[]) => T): T | undefined => {
    const lines = of(name);
    return lines === undefined ? undefined : parse(lines);
  };
  const nics = read('network', parseNetwork);
  const own = new Set(nics?.flatMap((nic) => nic.addresses.map((each) => each.address)) ?? []);
  const sockets = read('sockets', (lines) => parseSockets(lines, own));
  const facts: Partial<HostFacts> = defined({
    identity: read('identity', (lines) => parseIdentity(lines, collectedAt)),
    os: read('os', parseOs),
    virtualisation: read('virtualisation', parseVirtualisation),
    cpu: read('cpu', parseCpu),
    memory: read('memory', parseMemory),
    blockDevices: nonEmpty(read('block-devices', parseBlockDevices)),
    filesystems: nonEmpty(read('filesystems', parseFilesystems)),
    nics,
    uptime: read('uptime', parseUptime),
    utilisationNow: read('utilisation', parseUtilisation),
    history: read('history', parseHistory),
    listeners: sockets?.listeners,
    flows: sockets?.flows,
    processes: nonEmpty(read('processes', parseProcesses)),
    packages: read('packages', parsePackages),
    services: nonEmpty(read('services', parseServices)),
  });
  return { facts, ownersHidden: sockets?.ownersHidden ?? false };
}

function missingFor(facts: Partial<HostFacts>, privilege: HostFacts['privilege'], ownersHidden: boolean): Map<SectionName, readonly string[]> {
  const missing = new Map<SectionName, readonly string[]>();
  if (privilege !== 'user') return missing;
  if (ownersHidden) missing.set('sockets', ['processOfOthers']);
  if (facts.identity && facts.identity.productUuid === undefined && facts.virtualisation?.vendor !== undefined) missing.set('identity', ['productUuid']);
  if (facts.virtualisation?.kind === 'physical' && facts.virtualisation.serial === undefined) missing.set('virtualisation', ['hardwareSerial']);
  return missing;
}

function problemsOf(facts: Partial<HostFacts>, reports: readonly SectionReport[], privilege: HostFacts['privilege'], sudoAsked: boolean): HostError[] {
  const inState = (...states: SectionReport['state'][]): string => reports.filter((report) => states.includes(report.state)).map((report) => report.name).join(', ');
  const problems: HostError[] = [];
  const system = facts.os?.family;
  if (system !== undefined && system !== 'linux') return [{ code: 'PLATFORM_UNSUPPORTED', params: { platform: facts.os?.name ?? system } }];
  const slow = inState('timed-out', 'skipped');
  const cut = inState('truncated');
  if (sudoAsked && privilege === 'user') problems.push({ code: 'SUDO_MISSING', params: { sections: inState('partial') } });
  if (slow !== '') problems.push({ code: 'CMD_TIMEOUT', params: { sections: slow } });
  if (cut !== '') problems.push({ code: 'OUTPUT_TRUNCATED', params: { sections: cut } });
  const skew = facts.identity?.clockSkewSeconds;
  if (skew !== undefined && Math.abs(skew) > CLOCK_SKEW_SECONDS) problems.push({ code: 'CLOCK_SKEW', params: { seconds: skew } });
  return problems;
}

/**
 * Raw answer → facts. Total (never throws, whatever the host sent), pure, in time linear in the text. A text cut anywhere gives
 * fewer facts, never other ones.
 */
export function parseProbe(raw: string, { nonce, collectedAt, sudoAsked = false }: ParseOptions): ParsedProbe {
  const frame = masked(splitFrame(raw, nonce));
  const privilege = frame.privilege ?? 'user';
  const { facts: found, ownersHidden } = readFacts(frame, collectedAt);
  const reports = reportSections(frame, found, missingFor(found, privilege, ownersHidden));
  const sections = new Map<SectionName, string>();
  for (const [name, { lines }] of frame.sections) sections.set(name, lines.join('\n'));
  return {
    facts: { schema: 1, collectedAt, privilege, sections: reports, ...found },
    sections,
    problems: problemsOf(found, reports, privilege, sudoAsked),
  };
}
