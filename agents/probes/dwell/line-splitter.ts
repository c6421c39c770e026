/** C0 without tab, DEL, C1, and the marks that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- these are the characters to remove
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const MAX_LINE_CHARACTERS = 4000;

/** Whole lines out of pieces of text, control characters gone. A line longer than 4,000 characters is dropped, never joined. */
export class LineSplitter {
  #rest = '';
  #dropping = false;

  push(text: string): string[] {
    const parts = text.split('\n');
    const last = parts.pop() ?? '';
    const lines: string[] = [];
    for (const part of parts) {
      if (!this.#dropping && this.#rest.length + part.length <= MAX_LINE_CHARACTERS) lines.push((this.#rest + part).replace(CONTROL, ''));
      this.#rest = '';
      this.#dropping = false;
    }
    if (this.#dropping || this.#rest.length + last.length > MAX_LINE_CHARACTERS) {
      this.#rest = '';
      this.#dropping = true;
    } else this.#rest += last;
    return lines;
  }
}
