import type { SectionName } from '../../../../shared/model/host-facts.ts';

/** `@<nonce> BEGIN …`: the first frame line tells the nonce of the contact (format: agents/probes/README.md). */
const BEGIN = /^@([0-9a-z]{1,64}) BEGIN /m;

/** The lines of one section with its frame line; undefined when the text is not framed or has no such section. */
export function sliceSection(text: string, section: SectionName): string | undefined {
  const nonce = BEGIN.exec(text)?.[1];
  if (nonce === undefined) return undefined;
  const mark = `@${nonce} `;
  const start = text.indexOf(`\n${mark}${section} `);
  if (start < 0) return undefined;
  const end = text.indexOf(`\n${mark}`, start + 1);
  return text.slice(start + 1, end < 0 ? undefined : end + 1);
}

/** Control characters a terminal or a page could act on become visible; line ends and tabs stay. */
export function withoutControlCharacters(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
