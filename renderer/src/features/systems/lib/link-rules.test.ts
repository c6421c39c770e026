import { expect, test } from 'vitest';
import { linkRuleSchema } from '../../../../../shared/model/service-system.ts';
import { linkRuleProblem, moveRule, rankRules } from './link-rules.ts';

const rule = (values: object) => linkRuleSchema.parse({ id: 'r', rank: 0, systemId: 's', hostnameGlob: null, cidr: null, tag: null, ...values });

test('a rule needs a condition', () => {
  expect(linkRuleProblem(rule({}))).toBe('noCondition');
  expect(linkRuleProblem(rule({ tag: 'permits' }))).toBeUndefined();
});

test.each([['10.1.0.0/16', undefined], ['fd00::/8', undefined], ['10.1.0.0', 'invalidCidr'], ['10.1.0.300/16', 'invalidCidr'], ['10.1.0.0/33', 'invalidCidr'], ['a/b/c', 'invalidCidr']])('cidr %s', (cidr, problem) => {
  expect(linkRuleProblem(rule({ cidr }))).toBe(problem);
});

test('moving changes the order, the ends stay', () => {
  expect(moveRule(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moveRule(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moveRule(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('rank follows the order', () => {
  expect(rankRules([rule({ id: 'x', rank: 9 }), rule({ id: 'y', rank: 2 })]).map((entry) => entry.rank)).toEqual([1, 2]);
});
