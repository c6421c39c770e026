import { expect, test } from 'vitest';
import { parseEdit } from './typed-server-value.ts';

test.each([['64G', 64 * 1024 ** 3], ['1.5 TiB', 1.5 * 1024 ** 4], ['512mb', 512 * 1024 ** 2], ['4096', 4096]])('size %s', (typed, bytes) => {
  expect(parseEdit({ key: 'memBytes', type: 'bytes' }, typed)).toEqual({ ok: true, value: bytes });
});

test.each([['memBytes', 'bytes', '12 apples', 'notASize'], ['vcpuCount', 'count', '1.5', 'notACount'], ['kind', 'enum', 'toaster', 'unknownKind'], ['note', 'text', 'x'.repeat(4001), 'tooLong']] as const)('%s refuses what it cannot hold', (key, type, typed, reason) => {
  expect(parseEdit({ key, type }, typed)).toEqual({ ok: false, reason });
});

test('an empty text clears', () => {
  expect(parseEdit({ key: 'vcpuCount', type: 'count' }, '  ')).toEqual({ ok: true, value: null });
});
