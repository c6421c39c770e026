import { expect, test } from 'vitest';
import { isSilent, SilenceWatch } from './silence-watch.ts';

const silences = (watch: SilenceWatch, count: number, known: boolean) => Array.from({ length: count }, () => watch.silent(known));

test('N41 thirty in a row after some answered is a question; one answer in between is not', () => {
  const watch = new SilenceWatch(500);
  watch.answered();
  expect(silences(watch, 29, false).every((each) => each === undefined)).toBe(true);
  watch.answered();
  expect(silences(watch, 29, false).at(-1)).toBeUndefined();
  expect(watch.silent(false)).toBe('answers-stopped');
});

test('N42 none answers though most did before: a question; a list of strangers is none', () => {
  expect(silences(new SilenceWatch(12), 12, true).at(-1)).toBe('nothing-answers');
  expect(silences(new SilenceWatch(500), 200, false).every((each) => each === undefined)).toBe(true);
  expect(silences(new SilenceWatch(3), 3, true).at(-1)).toBeUndefined();
});

test('N41 a refused login is an answer', () => {
  expect(isSilent({ code: 'UNREACHABLE', params: {} })).toBe(true);
  expect(isSilent({ code: 'AUTH_REJECTED', params: {} })).toBe(false);
  expect(isSilent({ code: 'CONNECTION_LOST', params: { phase: 'session' } })).toBe(false);
});
