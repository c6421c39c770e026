/** What the keyboard asks for, apart from tables and fields, which have their own keys. */
export type KeyAction = { readonly kind: 'palette' } | { readonly kind: 'keys' } | { readonly kind: 'filter' } | { readonly kind: 'undo' } | { readonly kind: 'redo' } | { readonly kind: 'rail' } | { readonly kind: 'await-jump' } | { readonly kind: 'jump'; readonly letter: string };

export interface KeyPress {
  readonly key: string;
  readonly chord: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Is the focus in a field that takes text? */
  readonly inField: boolean;
  readonly composing: boolean;
}

/** Pure reading of one key press; `awaitingJump`: the press before was `g`. */
export function readKey({ key, chord, shift, alt, inField, composing }: KeyPress, awaitingJump: boolean): KeyAction | null {
  if (composing || alt) return null;
  const letter = key.toLowerCase();
  if (chord && letter === 'k') return { kind: 'palette' };
  if (inField) return null;
  if (chord && letter === 'z') return { kind: shift ? 'redo' : 'undo' };
  if (chord && letter === 'y') return { kind: 'redo' };
  if (chord) return null;
  if (awaitingJump) return { kind: 'jump', letter };
  if (key === '?') return { kind: 'keys' };
  if (key === '/') return { kind: 'filter' };
  if (key === '[') return { kind: 'rail' };
  if (letter === 'g') return { kind: 'await-jump' };
  return null;
}
