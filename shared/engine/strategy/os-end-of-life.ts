import { compareText } from '../../kernel/compare-text.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import table from './os-end-of-life.json' with { type: 'json' };

/** The end of a release's general support, with where that was read and whether it was checked against the source. */
export interface OsEndOfLife {
  readonly osId: string;
  readonly version: string;
  readonly endOfLife: string;
  readonly source: string;
  readonly verified: boolean;
}

const BY_OS = new Map<string, OsEndOfLife[]>();
for (const release of table.releases) BY_OS.set(release.osId, [...(BY_OS.get(release.osId) ?? []), release]);

/** Ids under which the same system answers on different machines (os-release ID, older names). */
const ALIASES = new Map([
  ['redhat', 'rhel'], ['red hat', 'rhel'], ['oracle', 'ol'], ['suse', 'sles'], ['sle', 'sles'], ['opensuse', 'opensuse-leap'], ['sles_sap', 'sles'],
  ['windows', 'windows-server'], ['windowsserver', 'windows-server'], ['kylin-server', 'kylin'], ['neokylin', 'kylin'], ['uniontech', 'uos'],
]);

/** `8.5` belongs to release `8`, `20.03 (LTS-SP3)` to `20.03`, `2012 R2` to `2012 r2` and not to `2012`. */
function belongsTo(version: string, release: string): boolean {
  const [text, prefix] = [version.trim().toLowerCase(), release.toLowerCase()];
  return text === prefix || (text.startsWith(prefix) && !/[0-9a-z]/.test(text.charAt(prefix.length)));
}

/** The entry of the table for an operating system; the longest matching release wins. undefined: not in the table. */
export function findOsEndOfLife(osId: string, version: string): OsEndOfLife | undefined {
  const id = osId.trim().toLowerCase();
  const releases = BY_OS.get(ALIASES.get(id) ?? id) ?? [];
  return releases.filter((release) => belongsTo(version, release.version)).sort((left, right) => right.version.length - left.version.length)[0];
}

/** Has general support ended by that day? undefined when the release or its date is not known. */
export function isEndOfLife(osId: string | null, version: string | null, asOf: CalendarDate): boolean | undefined {
  if (osId === null || version === null) return undefined;
  const entry = findOsEndOfLife(osId, version);
  return entry === undefined ? undefined : compareText(entry.endOfLife, asOf) < 0;
}
