import { SECTION_NAMES, type HostFacts, type SectionReport, type SectionState } from '../../shared/model/host-facts.ts';
import { PROBE_SECTIONS } from './probe-sections.ts';
import type { SectionDeclaration } from './section-declaration.ts';
import type { Frame, FramedSection } from './split-frame.ts';

const DECLARED = new Map(PROBE_SECTIONS.map((section) => [section.name, section]));

function stateOf(declared: SectionDeclaration | undefined, section: FramedSection | undefined, facts: Partial<HostFacts>, missing: readonly string[], supported: boolean): SectionState {
  if (!section) return supported ? 'skipped' : 'absent';
  if (section.skipped) return 'skipped';
  if (!section.closed || section.lines.includes('!TRUNCATED')) return 'truncated';
  if (section.lines.some((line) => line.startsWith('!TIMEOUT '))) return 'timed-out';
  if (declared === undefined || facts[declared.fact] === undefined) return declared?.mayBeAbsent === false ? 'unreadable' : 'absent';
  return missing.length > 0 ? 'partial' : 'complete';
}

/** What a higher privilege would add to these facts, as the columns declare it. */
function missingOf(declared: SectionDeclaration | undefined, facts: Partial<HostFacts>, privilege: HostFacts['privilege']): string[] {
  if (declared === undefined || privilege !== 'user' || facts[declared.fact] === undefined) return [];
  const lost = declared.columns.flatMap(({ needsRoot }) => (needsRoot?.isLost(facts) === true ? [needsRoot.lost] : []));
  return [...new Set(lost)];
}

/** One report for each section of the model, in its order. */
export function reportSections(frame: Frame, facts: Partial<HostFacts>, privilege: HostFacts['privilege']): SectionReport[] {
  const supported = facts.os === undefined || facts.os.family === 'linux';
  return SECTION_NAMES.map((name) => {
    const section = frame.sections.get(name);
    const declared = DECLARED.get(name);
    const missing = missingOf(declared, facts, privilege);
    const bytes = section?.lines.reduce((sum, line) => sum + line.length + 1, 0) ?? 0;
    return { name, state: stateOf(declared, section, facts, missing, supported), bytes, missing };
  });
}
