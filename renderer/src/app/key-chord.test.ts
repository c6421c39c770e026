import { expect, test } from 'vitest';
import { readKey, type KeyPress } from './key-chord.ts';

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({ key, chord: false, shift: false, alt: false, inField: false, composing: false, ...changes });

test('single keys act outside fields only, the palette everywhere', () => {
  expect(readKey(press('/'), false)).toEqual({ kind: 'filter' });
  expect(readKey(press('/', { inField: true }), false)).toBeNull();
  expect(readKey(press('k', { chord: true, inField: true }), false)).toEqual({ kind: 'palette' });
  expect(readKey(press('z', { chord: true, inField: true }), false)).toBeNull();
});

test('undo and redo, on both platforms', () => {
  expect(readKey(press('z', { chord: true }), false)).toEqual({ kind: 'undo' });
  expect(readKey(press('Z', { chord: true, shift: true }), false)).toEqual({ kind: 'redo' });
  expect(readKey(press('y', { chord: true }), false)).toEqual({ kind: 'redo' });
});

test('g waits for a letter', () => {
  expect(readKey(press('g'), false)).toEqual({ kind: 'await-jump' });
  expect(readKey(press('p'), true)).toEqual({ kind: 'jump', letter: 'p' });
  expect(readKey(press('p'), false)).toBeNull();
});

test('keys of an input method in composition are left to it', () => {
  expect(readKey(press('?', { composing: true }), false)).toBeNull();
});
