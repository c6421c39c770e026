import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SERVER_FIELDS } from '../../model/server.ts';
import type { FilterTerm } from './filter-term.ts';
import { formatFilter } from './format-filter.ts';
import { parseFilter } from './parse-filter.ts';
import { isQuantity } from './parse-quantity.ts';

const GIB = 1024 ** 3;

describe('parseFilter', () => {
  test('reads fields, comparisons, units, negation and words', () => {
    expect(parseFilter('os:kylin mem>64G !dept:财政 cpu<20% "two words" state:failed')).toEqual({
      ok: true,
      terms: [
        { kind: 'contains', negated: false, field: 'osId', values: ['kylin'] },
        { kind: 'compare', negated: false, field: 'memBytes', comparison: '>', value: 64 * GIB },
        { kind: 'contains', negated: true, field: 'departmentName', values: ['财政'] },
        { kind: 'compare', negated: false, field: 'cpuP95Ratio', comparison: '<', value: 0.2 },
        { kind: 'words', negated: false, text: 'two words' },
        { kind: 'contains', negated: false, field: 'scanState', values: ['failed'] },
      ],
    });
  });

  test.each([
    ['os:kylin,"uos 20"', ['kylin', 'uos 20']],
    ['os:"a,b"', ['a,b']],
  ])('a list may hold quoted values: %s', (text, values) => {
    expect(parseFilter(text)).toEqual({ ok: true, terms: [{ kind: 'contains', negated: false, field: 'osId', values }] });
  });

  test.each([
    ['mem:1.5T', 1.5 * 1024 * GIB],
    ['uptime>=30d', 30 * 86_400],
    ['vcpu=8', 8],
    ['cpu>12.5%', 0.125],
  ])('%s is a number in the base unit', (text, value) => {
    expect(parseFilter(text)).toMatchObject({ ok: true, terms: [{ kind: 'compare', value }] });
  });

  test('? asks for what is not known', () => {
    expect(parseFilter('mem:?')).toEqual({ ok: true, terms: [{ kind: 'unknown', negated: false, field: 'memBytes' }] });
  });

  test.each([
    ['os:kylin ram>4', { at: 9, reason: 'unknownField', text: 'ram' }],
    ['mem>lots', { at: 4, reason: 'notANumber', text: 'lots' }],
    ['mem>5%', { at: 4, reason: 'notANumber', text: '5%' }],
    ['os:', { at: 3, reason: 'missingValue', text: 'os' }],
    ['os>kylin', { at: 3, reason: 'notComparable', text: 'os' }],
    ['a "open', { at: 2, reason: 'openQuote', text: '"open' }],
    ['!ram:4', { at: 1, reason: 'unknownField', text: 'ram' }],
  ])('%s is refused with its position', (text, problem) => {
    expect(parseFilter(text)).toEqual({ ok: false, problem });
  });

  test('an empty text has no terms', () => {
    expect(parseFilter('  ')).toEqual({ ok: true, terms: [] });
  });

  test('any text gives terms or a problem inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const result = parseFilter(text);
        if (!result.ok) expect(result.problem.at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('what formatFilter writes is read back as the same terms', () => {
    const negated = fc.boolean();
    const word = fc.string({ minLength: 1, maxLength: 20 });
    const textField = fc.constantFrom(...SERVER_FIELDS.filter((field) => !isQuantity(field.type)).map((field) => field.key));
    const numberField = fc.constantFrom(...SERVER_FIELDS.filter((field) => isQuantity(field.type)).map((field) => field.key));
    const term: fc.Arbitrary<FilterTerm> = fc.oneof(
      fc.record({ kind: fc.constant('words' as const), negated, text: word }),
      fc.record({ kind: fc.constant('contains' as const), negated, field: textField, values: fc.array(word, { minLength: 1, maxLength: 3 }) }),
      fc.record({ kind: fc.constant('compare' as const), negated, field: numberField, comparison: fc.constantFrom('=' as const, '>' as const, '<=' as const), value: fc.nat() }),
      fc.record({ kind: fc.constant('unknown' as const), negated, field: textField }),
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
        expect(parseFilter(formatFilter(terms))).toEqual({ ok: true, terms });
      }),
    );
  });
});
