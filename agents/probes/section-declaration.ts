import type { HostFacts, SectionName } from '../../shared/model/host-facts.ts';

/**
 * One value a section brings. `from` says how it is read, in the words of the machine (a path, a command, a field of it), so that
 * it needs no translation.
 */
export interface Column {
  /** As the facts name it: `hostname`, `addresses.prefixLength`. */
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'instant' | 'choice';
  readonly unit?: 'bytes' | 'seconds' | 'ratio' | 'MHz' | 'Mbit/s' | 'bytes/s' | '1/s' | 'days' | 'minutes';
  readonly from: string;
  /** Only when an ordinary account may not read it (all of it). */
  readonly needsRoot?: {
    /** Key of `missing` in the i18n namespace `facts`: what is lost without it, and which privilege brings it. */
    readonly lost: string;
    /** Whether these facts of an ordinary account lack it: then the host's row names it. */
    readonly isLost: (facts: Partial<HostFacts>) => boolean;
  };
}

/**
 * Programs as exact argument words, parted by one blank. Placeholders: `{text}` a filter program as it stands in the script,
 * `{files}` one or more paths below `reads`, `{number}`, `{mounts}` mount points of local file systems.
 */
export interface Program {
  readonly words: string;
  /** True when it tells more, or anything at all, only to root: it then stands in the sudoers list. */
  readonly asRoot?: true;
}

/** What the parser of a section is given besides its lines. */
export interface ReadContext {
  /** Our instant of the contact, ISO 8601. */
  readonly collectedAt: string;
  /** Facts of the sections that stand earlier in the list. */
  readonly facts: Readonly<Partial<HostFacts>>;
}

/** Everything there is to know about one section of a platform's script: what runs, what it costs, what comes of it. */
export interface SectionTable {
  readonly name: SectionName;
  /** 1 reads a few small files, 2 many, 3 one of each process, 4 starts programs with databases of their own, 5 may stall or waits. Sections run by rising rank. */
  readonly costRank: 1 | 2 | 3 | 4 | 5;
  /** Its own time on the host; commands in it are cut short, and past it the section is ended. */
  readonly seconds: number;
  /** Its own share of the answer; beyond it the section is cut and says so. */
  readonly bytes: number;
  readonly programs: readonly Program[];
  /** Files, and folders with all below them, that may be opened. */
  readonly reads: readonly string[];
  readonly columns: readonly Column[];
  /** The fact that shows the section was read, and whether a host without it is normal ("absent") rather than odd ("unreadable"). */
  readonly fact: keyof HostFacts;
  readonly mayBeAbsent: boolean;
  /** Total: hostile lines give fewer facts. A fact that is undefined counts as not seen. */
  readonly read: (lines: readonly string[], context: ReadContext) => { readonly [Key in keyof HostFacts]?: HostFacts[Key] | undefined };
  /** Hides secrets in one line, before it is parsed or kept. */
  readonly maskLine?: (line: string) => string;
}

/** A section of Linux, with its own piece of the script. Other platforms have one text for all of theirs. */
export interface SectionDeclaration extends SectionTable {
  /** Shell text; defines `collect_<name>` with `_` for `-`. */
  readonly script: string;
}

/** Undefined instead of an empty list: where nothing could be read, nothing is said. */
export function nonEmpty<T>(list: T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
