import { frameText, KNOWN_NONCE } from '../../../agents/probes/frame-text.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import type { BundleEntry } from '../../../shared/model/bundle.ts';
import { HOST_ERROR_CODES } from '../../../shared/model/scan.ts';
import { formatEvidence, readHost, type HostRecord } from '../inventory/index.ts';

export type EntryReading = Pick<HostRecord, 'reading' | 'target' | 'place' | 'hostKey' | 'outcome' | 'at'>;

/** Facts of one host, read anew from its texts by the parsers of this version. Undefined when they hold no fact at all. */
export function readingOf(entry: BundleEntry, collector: string): EntryReading | undefined {
  const { facts, sections, problems } = parseProbe(frameText(entry), { nonce: KNOWN_NONCE, collectedAt: entry.collectedAt });
  if (facts.identity === undefined && facts.os === undefined) return undefined;
  const serious = problems.find((problem) => HOST_ERROR_CODES[problem.code].severity !== 'note');
  return {
    reading: readHost(facts, formatEvidence(sections)), at: entry.collectedAt,
    // The same private address in two departments is two places.
    place: `${entry.place} @${collector}`,
    ...(entry.hostKey === null ? {} : { hostKey: entry.hostKey }),
    target: { host: entry.host, name: null, departmentName: entry.departmentName, tag: entry.tag },
    outcome: serious ? { state: 'partial', errorCode: serious.code } : { state: 'scanned', errorCode: null },
  };
}
