import { SECTION_NAMES, type HostFacts, type SectionName, type SectionReport, type SectionState } from '../../shared/model/host-facts.ts';
import type { Frame, FramedSection } from './split-frame.ts';

/** Which part of the facts a section brings, to tell "nothing there" from "read". */
const FACT_OF: Readonly<Record<SectionName, keyof HostFacts>> = {
  identity: 'identity', os: 'os', virtualisation: 'virtualisation', cpu: 'cpu', memory: 'memory', 'block-devices': 'blockDevices', filesystems: 'filesystems', network: 'nics', uptime: 'uptime',
  utilisation: 'utilisationNow', sockets: 'listeners', processes: 'processes', packages: 'packages', services: 'services', history: 'history',
};
/** A host without these is normal: no package manager known, no sysstat kept. */
const MAY_BE_ABSENT = new Set<SectionName>(['packages', 'history', 'block-devices', 'filesystems', 'services']);

function stateOf(name: SectionName, section: FramedSection | undefined, facts: Partial<HostFacts>, missing: readonly string[], supported: boolean): SectionState {
  if (!section) return supported ? 'skipped' : 'absent';
  if (section.skipped) return 'skipped';
  if (!section.closed || section.lines.includes('!TRUNCATED')) return 'truncated';
  if (section.lines.some((line) => line.startsWith('!TIMEOUT '))) return 'timed-out';
  const fact = facts[FACT_OF[name]];
  if (fact === undefined) return MAY_BE_ABSENT.has(name) ? 'absent' : 'unreadable';
  return missing.length > 0 ? 'partial' : 'complete';
}

/** One report for each section of the model, in its order. `missing`: what a higher privilege would add, by section. */
export function reportSections(frame: Frame, facts: Partial<HostFacts>, missing: ReadonlyMap<SectionName, readonly string[]>): SectionReport[] {
  const supported = facts.os === undefined || facts.os.family === 'linux';
  return SECTION_NAMES.map((name) => {
    const section = frame.sections.get(name);
    const lost = missing.get(name) ?? [];
    const bytes = section?.lines.reduce((sum, line) => sum + line.length + 1, 0) ?? 0;
    return { name, state: stateOf(name, section, facts, lost, supported), bytes, missing: [...lost] };
  });
}
