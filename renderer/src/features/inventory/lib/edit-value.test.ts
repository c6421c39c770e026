import { expect, test } from 'vitest';
import { serverSchema, type Server } from '../../../../../shared/model/server.ts';
import { editEffect, parseEdit } from './edit-value.ts';

function server(values: Partial<Record<keyof Server, unknown>>): Server {
  const empty = Object.fromEntries(Object.keys(serverSchema.shape).map((key) => [key, null]));
  return serverSchema.parse({ ...empty, id: 's', hostname: 'h', kind: 'virtual', scanState: 'scanned', overridden: [], ...values });
}

test.each([['64G', 64 * 1024 ** 3], ['1.5 TiB', 1.5 * 1024 ** 4], ['512mb', 512 * 1024 ** 2], ['4096', 4096]])('size %s', (typed, bytes) => {
  expect(parseEdit({ key: 'memBytes', type: 'bytes' }, typed)).toEqual({ ok: true, value: bytes });
});

test.each([['memBytes', 'bytes', '12 apples', 'notASize'], ['vcpuCount', 'count', '1.5', 'notACount'], ['kind', 'enum', 'toaster', 'unknownKind'], ['note', 'text', 'x'.repeat(4001), 'tooLong']] as const)('%s refuses what it cannot hold', (key, type, typed, reason) => {
  expect(parseEdit({ key, type }, typed)).toEqual({ ok: false, reason });
});

test('an empty text clears', () => {
  expect(parseEdit({ key: 'vcpuCount', type: 'count' }, '  ')).toEqual({ ok: true, value: null });
});

test('the effect counts rows that change, stay, or lose an override', () => {
  const rows = [server({ vcpuCount: 4 }), server({ vcpuCount: 8 }), server({ vcpuCount: 16, overridden: ['vcpuCount'] })];
  expect(editEffect(rows, 'vcpuCount', 8)).toEqual({ changes: 2, same: 1, replacesOverride: 1 });
  expect(editEffect(rows, 'vcpuCount', null)).toEqual({ changes: 1, same: 2, replacesOverride: 1 });
});
