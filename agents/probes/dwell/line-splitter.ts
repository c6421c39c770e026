import { CONTROL_CHARACTERS } from '../../../shared/kernel/control-characters.ts';

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
      if (!this.#dropping && this.#rest.length + part.length <= MAX_LINE_CHARACTERS) lines.push((this.#rest + part).replace(CONTROL_CHARACTERS, ''));
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
