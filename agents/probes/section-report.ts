import { SECTION_NAMES, type HostFacts, type SectionReport, type SectionState } from '../../shared/model/host-facts.ts';
import type { SectionTable } from './section-declaration.ts';
import type { Frame, FramedSection } from './split-frame.ts';

function stateOf(declared: SectionTable | undefined, section: FramedSection | undefined, facts: Partial<HostFacts>, missing: readonly string[], isKnown: boolean): SectionState {
  if (!section) return isKnown && declared !== undefined ? 'skipped' : 'absent';
  if (section.skipped) return 'skipped';
  if (!section.closed || section.lines.includes('!TRUNCATED')) return 'truncated';
  if (section.lines.some((line) => line.startsWith('!TIMEOUT '))) return 'timed-out';
  if (missing.length > 0) return 'partial';
  if (declared === undefined || facts[declared.fact] === undefined) return declared?.mayBeAbsent === false ? 'unreadable' : 'absent';
  return 'complete';
}

/** What a higher privilege would add to these facts, as the columns declare it. */
function missingOf(declared: SectionTable | undefined, section: FramedSection | undefined, facts: Partial<HostFacts>, privilege: HostFacts['privilege']): string[] {
  if (declared === undefined || privilege !== 'user' || section?.closed !== true || section.skipped) return [];
  const lost = declared.columns.flatMap(({ needsRoot }) => (needsRoot?.isLost(facts) === true ? [needsRoot.lost] : []));
  return [...new Set(lost)];
}

/** One report for each section of the model, in its order. */
export function reportSections(frame: Frame, tables: readonly SectionTable[], facts: Partial<HostFacts>, privilege: HostFacts['privilege']): SectionReport[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const isKnown = facts.os === undefined || facts.os.family === 'linux' || frame.platform !== 'linux';
  return SECTION_NAMES.map((name) => {
    const section = frame.sections.get(name);
    const declared = byName.get(name);
    const missing = missingOf(declared, section, facts, privilege);
    const bytes = section?.lines.reduce((sum, line) => sum + line.length + 1, 0) ?? 0;
    return { name, state: stateOf(declared, section, facts, missing, isKnown), bytes, missing };
  });
}
