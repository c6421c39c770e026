import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCidr } from './cidr.ts';
import { compileRules, firstMatch } from './match-rule.ts';
import { matchesGlob } from './matches-glob.ts';

describe('matchesGlob', () => {
  test.each([
    ['app-*', 'APP-01', true],
    ['app-?', 'app-01', false],
    ['*db*', 'tax-db-01', true],
    ['a*b*c', 'aXXbYYc', true],
    ['a*b*c', 'aXXcYYb', false],
    ['', '', true],
    ['*', '', true],
    ['[ab]*', 'a1', false],
    ['[ab]*', '[ab]1', true],
    ['财政*', '财政服务器', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  test('agrees with the same pattern as a regular expression', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(piece, text, (pattern, given) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(given);
        expect(matchesGlob(pattern, given)).toBe(expected);
      }),
    );
  });

  test('a pattern of many stars on a long name stays cheap', () => {
    expect(matchesGlob('*a'.repeat(90), 'a'.repeat(80))).toBe(false);
  });
});

describe('parseCidr', () => {
  test.each([
    ['10.1.0.0/16', '10.1.200.3', true],
    ['10.1.0.0/16', '10.2.0.1', false],
    ['10.1.0.7', '10.1.0.7', true],
    ['fd00::/8', 'fd12::1', true],
    ['10.1.0.0/16', 'fd12::1', false],
    ['10.1.0.0/16', 'not an address', false],
  ])('%s holds %s: %s', (cidr, address, expected) => {
    expect(parseCidr(cidr)?.contains(address)).toBe(expected);
  });

  test.each(['10.1.0.0/33', '10.1.0.0/', 'host/8', '', '10.1.0.0/16/2', '10.1.0.0/1.5'])('%s is no block', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe('rules', () => {
  const server = { hostname: 'app-01', addresses: ['10.1.0.7'], tag: 'tax' };
  const rule = (changes: object) => ({ rank: 1, systemId: 's1' as never, hostnameGlob: null, cidr: null, tag: null, ...changes });

  test('all conditions must hold', () => {
    expect(firstMatch(compileRules([rule({ hostnameGlob: 'app-*', cidr: '10.2.0.0/16' })]), server)).toBeUndefined();
    expect(firstMatch(compileRules([rule({ hostnameGlob: 'app-*', cidr: '10.1.0.0/16', tag: 'tax' })]), server)).toBe('s1');
  });

  test('the lower rank wins, whatever the order of the list', () => {
    const rules = [rule({ rank: 2, systemId: 'second', tag: 'tax' }), rule({ rank: 1, systemId: 'first', tag: 'tax' })];
    expect(firstMatch(compileRules(rules), server)).toBe('first');
  });

  test('a rule without conditions and one with a broken block match nothing', () => {
    expect(firstMatch(compileRules([rule({}), rule({ cidr: 'nonsense' })]), server)).toBeUndefined();
  });
});
