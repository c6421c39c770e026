import { HOST_ERROR_CODES, type HostError } from '../../../../shared/model/scan.ts';

/** What sections report when their answer did not come whole. */
const SECTION_CUTS: ReadonlySet<HostError['code']> = new Set(['OUTPUT_TRUNCATED', 'CMD_TIMEOUT']);

/**
 * The problems of one contact, each code once, those of the connection first. An answer that was cut explains by itself
 * why sections are missing: what these report about that is left out.
 */
export function mergeProblems(ofConnection: readonly HostError[], ofSections: readonly HostError[]): HostError[] {
  const beside = ofConnection.every((problem) => HOST_ERROR_CODES[problem.code].severity === 'note') ? ofSections : ofSections.filter((problem) => !SECTION_CUTS.has(problem.code));
  return [...new Map([...ofConnection, ...beside].reverse().map((problem) => [problem.code, problem])).values()].reverse();
}
