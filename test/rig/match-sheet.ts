/** Judges traced programs and files by the words of the generated sheet. */

export interface SheetWords {
  readonly commands: readonly string[];
  readonly reads: readonly string[];
  /** Those of `reads` that stand for every name that begins so. */
  readonly prefixes: readonly string[];
}

const below = (path: string, folders: readonly string[]): boolean => folders.some((folder) => path === folder || path.startsWith(folder === '/' ? folder : `${folder}/`));

/** A word of the sheet against one argument; the ones that may stand for several are handled by `matches`. */
function isWord(pattern: string, argument: string): boolean {
  if (pattern === '{number}') return /^\d+$/.test(argument);
  const at = pattern.search(/\{(text|number)\}/);
  return at < 0 ? pattern === argument : argument.startsWith(pattern.slice(0, at));
}

function matches(pattern: readonly string[], words: readonly string[], reads: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return words.length === 0;
  if (words.length === 0) return false;
  if (first !== '{files}' && first !== '{mounts}') return isWord(first, words[0] ?? '') && matches(rest, words.slice(1), reads);
  const stands = (word: string): boolean => word.startsWith('/') && (first === '{mounts}' || word === '/dev/null' || below(word, reads));
  const end = words.findIndex((word) => !stands(word));
  const taken = end < 0 ? words.length : end;
  for (let count = taken; count > 0; count -= 1) if (matches(rest, words.slice(count), reads)) return true;
  return false;
}

const plain = (words: readonly string[]): string[] => words.map((word, index) => (index === 0 ? (word.split('/').at(-1) ?? word) : word));

/** True when the sheet lists this program with these words. Bounds around a command (`timeout -k 1 5 df …`) are the frame's. */
export function isListed(words: readonly string[], sheet: SheetWords): boolean {
  const [program, ...rest] = plain(words);
  if (program === 'timeout') {
    const bounded = rest[0] === '-k' ? rest.slice(3) : rest.slice(rest[0] === '-t' ? 2 : 1);
    return isListed(bounded, sheet);
  }
  // An argument may hold a blank (`date "+%s %z"`): words without placeholders are compared as a line.
  const line = [program, ...rest].join(' ');
  return sheet.commands.some((command) => command === line || matches(command.split(' '), [program ?? '', ...rest], sheet.reads));
}

/** True when the sheet lists this file, or a folder above it. */
export function isRead(path: string, sheet: SheetWords): boolean {
  const clean = path.replace(/\/+$/, '') || '/';
  return below(clean, sheet.reads) || sheet.prefixes.some((prefix) => sheet.reads.includes(prefix) && clean.startsWith(prefix));
}
