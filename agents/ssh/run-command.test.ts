import { expect, test } from 'vitest';
import { MarkerSearch } from './run-command.ts';

const MARKER = '@0123 END ';

function foundAt(text: string, cuts: readonly number[]): number {
  const search = new MarkerSearch(MARKER);
  const bytes = Buffer.from(text);
  const edges = [0, ...cuts, bytes.length];
  for (let piece = 1; piece < edges.length; piece += 1) if (search.push(bytes.subarray(edges[piece - 1], edges[piece]))) return edges[piece] ?? 0;
  return -1;
}

test('the marker is seen with its line complete, wherever the stream is cut twice', () => {
  const text = `noise ${MARKER}\n\n@0123 EN\n${MARKER}12.34\nrest`;
  const complete = text.indexOf('12.34\n') + 6;
  for (let first = 0; first <= text.length; first += 1) {
    for (let second = first; second <= text.length; second += 1) {
      const expected = [first, second, text.length].find((edge) => edge >= complete);
      expect(foundAt(text, [first, second]), `${first} ${second}`).toBe(expected);
    }
  }
});

test('byte by byte; at the very beginning; and never without the line break before it or after it', () => {
  const byBytes = (text: string): number[] => Array.from(text, (_, index) => index + 1).slice(0, -1);
  for (const text of [`${MARKER}1\n`, `a\n${MARKER}1\n`]) expect(foundAt(text, byBytes(text))).toBe(text.length);
  for (const text of [`a ${MARKER}1\n`, `a\n${MARKER}1`, `\n${MARKER.slice(0, -2)}\n`]) expect(foundAt(text, byBytes(text))).toBe(-1);
});
