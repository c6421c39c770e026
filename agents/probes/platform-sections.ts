import type { ProbePlatform } from '../../shared/model/probe-platform.ts';
import { PROBE_SECTIONS } from './probe-sections.ts';
import type { SectionTable } from './section-declaration.ts';
import { AIX_SECTIONS } from './unix/aix.ts';
import { FREEBSD_SECTIONS } from './unix/freebsd.ts';
import { HP_UX_SECTIONS } from './unix/hp-ux.ts';
import { SOLARIS_SECTIONS } from './unix/solaris.ts';
import { WINDOWS_SECTIONS } from './windows/declarations.ts';

/** The sections of every system that is read, in the order they run and are read. All bring the same facts. */
export const PLATFORM_SECTIONS: Readonly<Record<ProbePlatform, readonly SectionTable[]>> = {
  linux: PROBE_SECTIONS, aix: AIX_SECTIONS, solaris: SOLARIS_SECTIONS, hpux: HP_UX_SECTIONS, freebsd: FREEBSD_SECTIONS, windows: WINDOWS_SECTIONS,
};
