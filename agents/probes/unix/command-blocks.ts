/** "$ command" lines and what each command printed, as `run` of unix.sh writes them. */
export class CommandBlocks {
  readonly #blocks = new Map<string, string[]>();
  /** Lines before the first command: `key value`. */
  readonly head: readonly string[];

  constructor(lines: readonly string[]) {
    const head: string[] = [];
    let open = head;
    for (const line of lines) {
      if (line.startsWith('$ ')) {
        open = [];
        if (!this.#blocks.has(line.slice(2))) this.#blocks.set(line.slice(2), open);
      } else if (!line.startsWith('!TIMEOUT ')) open.push(line);
    }
    this.head = head;
  }

  /** Lines of the first command that begins with these words; empty when it was not run or printed nothing. */
  of(words: string): readonly string[] {
    for (const [command, lines] of this.#blocks) if (command === words || command.startsWith(`${words} `)) return lines;
    return [];
  }

  /** The first line with anything in it. */
  first(words: string): string | undefined {
    return this.of(words).find((line) => line.trim() !== '')?.trim().slice(0, 300);
  }

  /** Every command that begins with these words, with its lines. */
  all(words: string): readonly (readonly [command: string, lines: readonly string[]])[] {
    return [...this.#blocks].filter(([command]) => command === words || command.startsWith(`${words} `));
  }
}

/** `name: value`, `name=value` or `name value` lines as a map, by the first separator given. */
export function settings(lines: readonly string[], separator: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(separator);
    if (at <= 0) continue;
    const key = line.slice(0, at).trim();
    if (!found.has(key)) found.set(key, line.slice(at + separator.length).trim());
  }
  return found;
}

/** Words of a line, parted by blanks. */
export const words = (line: string): string[] => line.trim().split(/\s+/);
