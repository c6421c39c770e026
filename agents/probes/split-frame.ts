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
  readonly ended: boolean;
  readonly sections: ReadonlyMap<SectionName, FramedSection>;
}

const NAMES = new Map<string, SectionName>(SECTION_NAMES.map((name) => [name, name]));
const PRIVILEGES = new Map<string, HostFacts['privilege']>([['root', 'root'], ['sudo', 'sudo'], ['user', 'user']]);
/** C0 without tab and newline, DEL, C1, and the marks that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- these are the characters to remove
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

interface Open { name: SectionName; lines: string[]; skipped: boolean }

/**
 * Cuts the raw answer along its frame lines. Only lines that arrived whole count; of a section that comes twice the first counts;
 * lines before BEGIN and after END are dropped.
 */
export function splitFrame(raw: string, nonce: string): Frame {
  const mark = `@${nonce} `;
  const sections = new Map<SectionName, FramedSection>();
  let privilege: HostFacts['privilege'] | undefined;
  let open: Open | undefined;
  let ended = false;
  const close = (closed: boolean): void => {
    if (open && !sections.has(open.name)) sections.set(open.name, { lines: open.lines, closed, skipped: open.skipped });
    open = undefined;
  };
  const end = raw.lastIndexOf('\n');
  // Honest answers have none; then no line needs to be rewritten.
  const hasControl = raw.search(CONTROL) >= 0;
  for (const line of end < 0 ? [] : raw.slice(0, end).split('\n')) {
    if (!line.startsWith(mark)) {
      // What stands before this note was cut in the middle of a line, or is empty.
      if (line.startsWith('!TIMEOUT ')) open?.lines.pop();
      open?.lines.push(hasControl ? line.replace(CONTROL, '') : line);
      continue;
    }
    const [word = '', second = '', third = '', fourth = ''] = line.slice(mark.length).split(' ');
    close(true);
    if (word === 'BEGIN' && second === '1') privilege ??= PRIVILEGES.get(fourth) ?? PRIVILEGES.get(third);
    else if (word === 'END') ended = true;
    const name = NAMES.get(word);
    if (ended) break;
    if (privilege !== undefined && name !== undefined) open = { name, lines: [], skipped: third === 'skipped' };
  }
  close(ended);
  return { privilege, ended, sections };
}
