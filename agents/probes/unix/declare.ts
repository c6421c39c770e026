import { PROBE_SECTIONS } from '../probe-sections.ts';
import type { SectionName } from '../../../shared/model/host-facts.ts';
import type { Column, SectionTable } from '../section-declaration.ts';

const LINUX = new Map(PROBE_SECTIONS.map((section) => [section.name, section]));

export interface UnixSection {
  readonly name: SectionName;
  readonly seconds?: number;
  readonly bytes?: number;
  /** Exact argument words, as in `Program`. */
  readonly programs: readonly string[];
  readonly reads?: readonly string[];
  /** Names of the columns this system fills; their types and units are those of Linux. */
  readonly columns: readonly string[];
  readonly read: SectionTable['read'];
  readonly maskLine?: SectionTable['maskLine'];
}

/** The table of a section of another Unix. Every column is read from the section's programs. */
export function declareUnix({ name, seconds = 8, bytes = 65_536, programs, reads = [], columns, read, maskLine }: UnixSection): SectionTable {
  const linux = LINUX.get(name);
  if (!linux) throw new RangeError(`No section is called ${name}`);
  const from = programs.join('; ');
  const taken = columns.map((column): Column => {
    const known = linux.columns.find((each) => each.name === column);
    if (!known) throw new RangeError(`The section ${name} has no column ${column}`);
    return { name: known.name, type: known.type, ...(known.unit === undefined ? {} : { unit: known.unit }), from };
  });
  return { name, costRank: linux.costRank, seconds, bytes, programs: programs.map((words) => ({ words })), reads, columns: taken, fact: linux.fact, mayBeAbsent: true, read, ...(maskLine === undefined ? {} : { maskLine }) };
}
