import { expect, test } from 'vitest';
import { sizingChange } from './sizing-change.ts';

const now = { vcpuCount: 8, memBytes: 16 };

test.each([[{ vcpuCount: 4, memBytes: 16 }, 'smaller'], [{ vcpuCount: 8, memBytes: 16 }, 'same'], [{ vcpuCount: 8, memBytes: 32 }, 'larger'], [{ vcpuCount: 4, memBytes: 32 }, 'mixed'], [undefined, 'undecided']] as const)('%o is %s', (flavour, change) => {
  expect(sizingChange(now, flavour)).toBe(change);
});

test('without an allocation nothing is compared', () => {
  expect(sizingChange({ vcpuCount: null, memBytes: 16 }, { vcpuCount: 1, memBytes: 1 })).toBe('undecided');
});
