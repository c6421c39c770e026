/** Control characters a terminal or a page could act on become visible; line ends and tabs stay. */
export function withoutControlCharacters(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
