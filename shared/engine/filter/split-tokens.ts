/** One blank-separated piece of a filter text, quotes still in it. */
export interface FilterToken {
  readonly at: number;
  readonly text: string;
}

const BLANK = /\s/;

/** Splits at blanks outside of double quotes. `openQuoteAt` tells of a quote that never ends. */
export function splitTokens(text: string): { tokens: FilterToken[]; openQuoteAt: number | undefined } {
  const tokens: FilterToken[] = [];
  let [start, quoteAt]: [number | undefined, number | undefined] = [undefined, undefined];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\' && quoteAt !== undefined) {
      index += 1;
      continue;
    }
    if (character === '"') quoteAt = quoteAt === undefined ? index : undefined;
    if (quoteAt === undefined && BLANK.test(character)) {
      if (start !== undefined) tokens.push({ at: start, text: text.slice(start, index) });
      start = undefined;
    } else {
      start ??= index;
    }
  }
  if (start !== undefined) tokens.push({ at: start, text: text.slice(start) });
  return { tokens, openQuoteAt: quoteAt };
}

/** The text a piece stands for: quotes taken off, `\"` and `\\` inside them resolved. */
export function unquote(piece: string): string {
  let [out, quoted] = ['', false];
  for (let index = 0; index < piece.length; index += 1) {
    const character = piece.charAt(index);
    if (quoted && character === '\\' && index + 1 < piece.length) {
      index += 1;
      out += piece.charAt(index);
    } else if (character === '"') {
      quoted = !quoted;
    } else {
      out += character;
    }
  }
  return out;
}

/** Pieces of a list, split at commas outside of quotes. */
export function splitList(text: string): string[] {
  const [parts, last] = [[] as string[], { start: 0 }];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      parts.push(text.slice(last.start, index));
      last.start = index + 1;
    }
  }
  return [...parts, text.slice(last.start)];
}
