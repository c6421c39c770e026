import type { HostFacts, SectionName, SectionReport } from '../../shared/model/host-facts.ts';
import type { HostError } from '../../shared/model/scan.ts';
import { defined } from './key-values.ts';
import { PLATFORM_SECTIONS } from './platform-sections.ts';
import type { SectionTable } from './section-declaration.ts';
import { dropImplausible } from './plausibility.ts';
import { reportSections } from './section-report.ts';
import { detectSoftware } from './software/detect-software.ts';
import { readClues } from './software/read-clues.ts';
import { splitFrame, type Frame } from './split-frame.ts';

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

/** The frame with the secrets of command lines masked: what is read from it and what is kept of it have none. */
function masked(frame: Frame, tables: readonly SectionTable[]): Frame {
  const sections = new Map(frame.sections);
  for (const { name, maskLine } of tables) {
    const section = sections.get(name);
    if (section && maskLine) sections.set(name, { ...section, lines: section.lines.map(maskLine) });
  }
  return { ...frame, sections };
}

/** Of a section only what arrived whole: its frame was closed, and it was neither skipped nor cut by the connection. */
function readFacts(frame: Frame, tables: readonly SectionTable[], collectedAt: string): Partial<HostFacts> {
  const facts: Partial<HostFacts> = {};
  for (const { name, read } of tables) {
    const section = frame.sections.get(name);
    if (section?.closed === true && !section.skipped) Object.assign(facts, dropImplausible(defined(read(section.lines, { collectedAt, facts }))));
  }
  return facts;
}

/** The rules for software read facts of any system; on Linux a section of its own tells more. Only of an answer that came whole. */
function softwareOf({ platform, ended }: Frame, facts: Partial<HostFacts>): Partial<HostFacts> {
  if (platform === 'linux' || !ended || facts.processes === undefined) return {};
  return { software: detectSoftware(facts, readClues([])).software };
}

function problemsOf({ platform }: Frame, facts: Partial<HostFacts>, reports: readonly SectionReport[], privilege: HostFacts['privilege'], sudoAsked: boolean): HostError[] {
  const inState = (...states: SectionReport['state'][]): string => reports.filter((report) => states.includes(report.state)).map((report) => report.name).join(', ');
  const problems: HostError[] = [];
  const system = facts.os?.family;
  if (platform === 'linux' && system !== undefined && system !== 'linux') return [{ code: 'PLATFORM_UNSUPPORTED', params: { platform: facts.os?.name ?? system } }];
  const slow = inState('timed-out', 'skipped');
  const cut = inState('truncated');
  if (sudoAsked && privilege === 'user' && platform !== 'windows') problems.push({ code: 'SUDO_MISSING', params: { sections: inState('partial') } });
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
  const split = splitFrame(raw, nonce);
  const tables = PLATFORM_SECTIONS[split.platform];
  const frame = masked(split, tables);
  const privilege = frame.privilege ?? 'user';
  const read = readFacts(frame, tables, collectedAt);
  const found = { ...read, ...softwareOf(frame, read) };
  const reports = reportSections(frame, tables, found, privilege);
  const sections = new Map<SectionName, string>();
  for (const [name, { lines }] of frame.sections) sections.set(name, lines.join('\n'));
  return {
    facts: { schema: 1, collectedAt, privilege, sections: reports, ...found },
    sections,
    problems: problemsOf(frame, found, reports, privilege, sudoAsked),
  };
}
