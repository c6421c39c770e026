import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress } from './ip-address.ts';

test.each([
  ['10.0.0.1', '10.0.0.1'], ['fd00:0000:0000:0000:0000:0000:0000:0002', 'fd00::2'], ['0000:0000:0000:0000:0000:0000:0000:0000', '::'], ['::1', '::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'], ['fe80::1%eth0', 'fe80::1'], ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
])('%s → %s', (text, canonical) => {
  expect(canonicalAddress(text)).toBe(canonical);
});

test.each(['', '10.0.0', '10.0.0.256', '01.2.3.4', ':::', '1::2::3', 'g::1', '1:2:3:4:5:6:7:8:9', 'web01'])('%s is no address', (text) => {
  expect(canonicalAddress(text)).toBeUndefined();
});

test('the canonical spelling is a fixed point and keeps the groups', () => {
  fc.assert(fc.property(fc.ipV6(), (text) => {
    const once = canonicalAddress(text);
    if (once === undefined) return text.includes('.');
    return canonicalAddress(once) === once;
  }));
});
