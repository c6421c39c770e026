import { expect, test } from 'vitest';
import { fieldObservationSchema, serverSchema } from '../../../../../shared/model/server.ts';
import { FACT_GROUPS, factFields } from './fact-fields.ts';

const empty = Object.fromEntries(Object.keys(serverSchema.shape).map((key) => [key, null]));
const server = serverSchema.parse({ ...empty, id: 's', hostname: 'web1', kind: 'virtual', scanState: 'scanned', vcpuCount: 8, overridden: ['vcpuCount'] });
const observed = (source: string, value: number) => fieldObservationSchema.parse({ field: 'vcpuCount', value, provenance: { source, by: 'mei', at: '2026-01-01T00:00:00Z' } });

test('the first observation is in force, a differing one is a conflict', () => {
  const fields = factFields({ server, observations: { vcpuCount: [observed('entered', 8), observed('scanned', 16)] } }, 'capacity');
  expect(fields.find((field) => field.spec.key === 'vcpuCount')).toMatchObject({ value: 8, overridden: true, conflicting: true, observation: { provenance: { source: 'entered' } } });
});

test('agreeing sources are no conflict, derived fields have no observation', () => {
  const fields = factFields({ server, observations: { vcpuCount: [observed('scanned', 8), observed('imported', 8)] } }, 'capacity');
  expect(fields.map((field) => [field.spec.key, field.conflicting])).toContainEqual(['vcpuCount', false]);
  expect(fields.find((field) => field.spec.key === 'memBytes')?.observation).toBeUndefined();
});

test('no field stands in two groups', () => {
  const all = Object.values(FACT_GROUPS).flat();
  expect(new Set(all).size).toBe(all.length);
});
