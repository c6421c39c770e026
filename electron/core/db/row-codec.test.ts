import { expect, test } from 'vitest';
import { decodeRow, encodeRow } from './row-codec.ts';

test('rows come back as they were, bytes and nothing included', () => {
  const row = { id: 'a', count: 3, ratio: 0.5, missing: null, body: new Uint8Array([0, 1, 255]) };
  expect(decodeRow(encodeRow(row))).toEqual({ ...row, body: Buffer.from([0, 1, 255]) });
});

test('an object in place of a value is refused', () => {
  expect(() => decodeRow('{"id":{"sql":"DROP"}}')).toThrow();
});
