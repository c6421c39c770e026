import { expect, test } from 'vitest';
import { serverSchema, type Server } from '../../../../../shared/model/server.ts';
import { editEffect } from './edit-effect.ts';

function server(values: Partial<Record<keyof Server, unknown>>): Server {
  const empty = Object.fromEntries(Object.keys(serverSchema.shape).map((key) => [key, null]));
  return serverSchema.parse({ ...empty, id: 's', hostname: 'h', kind: 'virtual', scanState: 'scanned', overridden: [], ...values });
}

test('the effect counts rows that change, stay, or lose an override', () => {
  const rows = [server({ vcpuCount: 4 }), server({ vcpuCount: 8 }), server({ vcpuCount: 16, overridden: ['vcpuCount'] })];
  expect(editEffect(rows, 'vcpuCount', 8)).toEqual({ changes: 2, same: 1, replacesOverride: 1 });
  expect(editEffect(rows, 'vcpuCount', null)).toEqual({ changes: 1, same: 2, replacesOverride: 1 });
});
