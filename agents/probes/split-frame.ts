import { CONTROL_CHARACTERS } from '../../shared/kernel/control-characters.ts';
import { PROBE_PLATFORMS, type ProbePlatform } from '../../shared/model/probe-platform.ts';
import { SECTION_NAMES, type HostFacts, type SectionName } from '../../shared/model/host-facts.ts';

export interface FramedSection {
  readonly lines: readonly string[];
  /** False when the text ended inside it: what it holds may lack its end. */
  readonly closed: boolean;
  /** True when the host had no time left for it. */
  readonly skipped: boolean;
}

export interface Frame {
  readonly privilege: HostFacts['privilege'] | undefined;
  /** As the answer names it; Linux, and a system the script does not know, name none. */
  readonly platform: ProbePlatform;
  readonly ended: boolean;
  readonly sections: ReadonlyMap<SectionName, FramedSection>;
}

const NAMES = new Map<string, SectionName>(SECTION_NAMES.map((name) => [name, name]));
const PLATFORM_NAMES = new Map<string, ProbePlatform>(PROBE_PLATFORMS.map((platform) => [platform, platform]));
const PRIVILEGES = new Map<string, HostFacts['privilege']>([['root', 'root'], ['sudo', 'sudo'], ['user', 'user']]);

/** The rest of the line BEGIN, of the version this reads; the first one counts. */
function begun([version, third = '', fourth = '', fifth = '']: readonly string[]): Pick<Frame, 'privilege' | 'platform'> | undefined {
  return version === '1' ? { privilege: PRIVILEGES.get(fourth) ?? PRIVILEGES.get(third), platform: PLATFORM_NAMES.get(fifth) ?? 'linux' } : undefined;
}

interface Open { name: SectionName; lines: string[]; skipped: boolean }

/**
 * Cuts the raw answer along its frame lines. Only lines that arrived whole count; of a section that comes twice the first counts;
 * lines before BEGIN and after END are dropped.
 */
export function splitFrame(raw: string, nonce: string): Frame {
  const mark = `@${nonce} `;
  const sections = new Map<SectionName, FramedSection>();
  let privilege: HostFacts['privilege'] | undefined;
  let platform: ProbePlatform = 'linux';
  let open: Open | undefined;
  let ended = false;
  const close = (closed: boolean): void => {
    if (open && !sections.has(open.name)) sections.set(open.name, { lines: open.lines, closed, skipped: open.skipped });
    open = undefined;
  };
  const end = raw.lastIndexOf('\n');
  // Honest answers have none; then no line needs to be rewritten.
  const hasControl = raw.search(CONTROL_CHARACTERS) >= 0;
  for (const line of end < 0 ? [] : raw.slice(0, end).split('\n')) {
    if (!line.startsWith(mark)) {
      // What stands before this note was cut in the middle of a line, or is empty.
      if (line.startsWith('!TIMEOUT ')) open?.lines.pop();
      open?.lines.push(hasControl ? line.replace(CONTROL_CHARACTERS, '') : line);
      continue;
    }
    const [word = '', ...rest] = line.slice(mark.length).split(' ');
    close(true);
    if (word === 'BEGIN' && privilege === undefined) {
      ({ privilege, platform } = begun(rest) ?? { privilege, platform });
    } else if (word === 'END') ended = true;
    const name = NAMES.get(word);
    if (ended) break;
    if (privilege !== undefined && name !== undefined) open = { name, lines: [], skipped: rest[1] === 'skipped' };
  }
  close(ended);
  return { privilege, platform, ended, sections };
}
