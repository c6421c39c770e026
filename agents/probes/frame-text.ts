import type { ProbePlatform } from '../../shared/model/probe-platform.ts';
import type { HostFacts, SectionName } from '../../shared/model/host-facts.ts';

/** Stands where no contact of ours made a fresh one: text that was read once already, and the script run by hand. */
export const KNOWN_NONCE = '0'.repeat(24);

export interface FrameSection {
  readonly name: SectionName;
  readonly text: string;
  readonly closed: boolean;
  readonly skipped: boolean;
}

export interface FrameParts {
  readonly privilege: HostFacts['privilege'];
  readonly platform: ProbePlatform;
  readonly sections: readonly FrameSection[];
}

/**
 * Sections that were kept as an answer again, for `parseProbe` with `KNOWN_NONCE`. A line that looks like a mark is moved by a
 * blank: here everybody knows the nonce. A section that was cut comes last and ends the text.
 */
export function frameText({ privilege, platform, sections }: FrameParts): string {
  const mark = `@${KNOWN_NONCE} `;
  const begin = `${mark}BEGIN 1 0.00 ${privilege}${platform === 'linux' ? '' : ` ${platform}`}\n`;
  const body = ({ name, text, skipped }: FrameSection): string => {
    const lines = text.split('\n').map((line) => (line.startsWith(mark) ? ` ${line}` : line)).join('\n');
    return `${mark}${name} 0.00${skipped ? ' skipped' : ''}\n${text === '' ? '' : `${lines}\n`}`;
  };
  const whole = sections.filter((section) => section.closed).map(body);
  const cut = sections.find((section) => !section.closed);
  return `${begin}${whole.join('')}${cut ? body(cut) : `${mark}END 0.00\n`}`;
}
