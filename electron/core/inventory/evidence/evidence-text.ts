import { SECTION_NAMES, type SectionName } from '../../../../shared/model/host-facts.ts';

const MARK = '@section ';
const NAMES = new Map<string, SectionName>(SECTION_NAMES.map((name) => [name, name]));

/**
 * The text kept as evidence of one contact: each section after a line of its own. Takes what `parseProbe` gives as
 * `sections`, where secrets are masked; a line of a host that looks like a mark is moved by a blank.
 */
export function formatEvidence(sections: ReadonlyMap<SectionName, string>): string {
  const parts = [...sections].map(([name, text]) => {
    const moved = text.includes(MARK) ? text.split('\n').map((line) => (line.startsWith(MARK) ? ` ${line}` : line)).join('\n') : text;
    return `${MARK}${name}\n${moved}\n`;
  });
  return parts.join('');
}

/** The sections of a text made by `formatEvidence`; unknown ones and what stands before the first are dropped. */
export function splitEvidence(text: string): Map<SectionName, string> {
  const lists = new Map<SectionName, string[]>();
  let open: string[] | undefined;
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  for (const line of lines) {
    if (line.startsWith(MARK)) {
      const name = NAMES.get(line.slice(MARK.length));
      open = name === undefined ? undefined : [];
      if (name !== undefined && open) lists.set(name, open);
    } else open?.push(line);
  }
  return new Map([...lists].map(([name, list]) => [name, list.join('\n')]));
}
