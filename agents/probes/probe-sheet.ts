import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SectionName } from '../../shared/model/host-facts.ts';
import { PROBE_PLATFORMS, type ProbePlatform } from '../../shared/model/probe-platform.ts';
import { PLATFORM_SECTIONS } from './platform-sections.ts';
import { SHELL_SCRIPT, WINDOWS_SCRIPT } from './probe-scripts.ts';
import type { Column } from './section-declaration.ts';

export interface SheetColumn extends Pick<Column, 'name' | 'type' | 'from'> {
  readonly unit: string | null;
  /** Key of `missing` in the i18n namespace `facts`; null when an ordinary account reads it all. */
  readonly lost: string | null;
}

export interface SheetSection {
  readonly name: SectionName;
  readonly seconds: number;
  readonly bytes: number;
  /** Exact argument words; see `Program`. */
  readonly commands: readonly string[];
  readonly reads: readonly string[];
  readonly columns: readonly SheetColumn[];
}

/** What a security officer signs for one kind of system. */
export interface ProbeSheet {
  readonly platform: ProbePlatform;
  readonly script: string;
  /** Hexadecimal digest of `script`; the settings line sent before it is not part of it. */
  readonly sha256: string;
  readonly sections: readonly SheetSection[];
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const digests = new Map<string, string>();

/** The exact script hosts of this kind are sent, its digest, and what each section starts, reads, costs and brings. */
export function probeSheet(platform: ProbePlatform = 'linux'): ProbeSheet {
  const script = platform === 'windows' ? WINDOWS_SCRIPT : SHELL_SCRIPT;
  const known = digests.get(script) ?? digest(script);
  digests.set(script, known);
  const sections = PLATFORM_SECTIONS[platform];
  return {
    platform, script, sha256: known,
    sections: sections.map(({ name, seconds, bytes, programs, reads, columns }) => ({
      name, seconds, bytes, commands: programs.map(({ words }) => words), reads,
      columns: columns.map((column) => ({ name: column.name, type: column.type, unit: column.unit ?? null, from: column.from, lost: column.needsRoot?.lost ?? null })),
    })),
  };
}

/** One sheet for each system that is read. */
export const allSheets = (): readonly ProbeSheet[] => PROBE_PLATFORMS.map((platform) => probeSheet(platform));
