import { expect, test } from 'vitest';
import { flowRowSchema } from '../../../../../shared/contract/inventory.ts';
import { flowSides } from './flow-sides.ts';

const flow = (fromServerId: string | null, toServerId: string | null, port: number, connections: number) =>
  flowRowSchema.parse({ fromServerId, fromName: 'f', toServerId, toName: 't', transport: 'tcp', port, processName: null, connections, firstSeenAt: '2026-01-01T00:00:00Z', lastSeenAt: '2026-01-02T00:00:00Z' });

test('splits by direction, busiest first', () => {
  const sides = flowSides([flow('me', 'db', 5432, 2), flow(null, 'me', 443, 9), flow('me', 'cache', 6379, 7)], 'me');
  expect(sides.outbound.map((row) => row.port)).toEqual([6379, 5432]);
  expect(sides.inbound.map((row) => row.port)).toEqual([443]);
});

test('a flow to itself is counted once', () => {
  const sides = flowSides([flow('me', 'me', 80, 1)], 'me');
  expect([sides.outbound.length, sides.inbound.length]).toEqual([1, 0]);
});
