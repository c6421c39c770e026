import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FieldReader } from './field-reader.ts';
import { readCount, readNumber } from './read-number.ts';

const COLON = 58;

function fieldsOf(line: string, from = 0): { text: string; count: number | undefined; number: number | undefined; isDash: boolean }[] {
  const reader = new FieldReader(line, from);
  const fields = [];
  while (reader.next()) fields.push({ text: reader.text(), count: reader.count(), number: reader.number(), isDash: reader.isDash() });
  return fields;
}

function expectAsCut(line: string): void {
  expect(fieldsOf(line)).toEqual(line.split(' ').map((text) => ({ text, count: readCount(text), number: readNumber(text), isDash: text === '-' })));
}

describe('the fields of a line, read in place', () => {
  test.each([
    ['integers', '0 7 007 4032 9007199254740991 9007199254740992 9999999999999999 12345678901234567'],
    ['fractions', '0.038246 0.1 87.2986481 1.005 123456789.123456 1234567890.1234567 0.30000000000000004'],
    ['exponents as awk writes them', '1.3708e+07 2.40266894e+10 1e+00 5e-05 1.5e-07 9.99999e+22 1e+23 1e+99'],
    ['exponents of other forms', '1e5 1e+5 1e+005 1.2e07 1e+07x 1e+ 1e 1ee+07 1e+07.5'],
    ['what is no number', '- -- -5 +5 .5 5. 5.e+07 1.2.3 0x10 NaN Infinity 1,5 ٣'],
    ['blanks too many', ' 1  2 '],
    ['nothing', ''],
  ])('%s: as if each were cut out first', (_label, line) => expectAsCut(line));

  test('as if each were cut out first, whatever the host wrote', () => {
    const piece = fc.oneof(fc.constantFrom('.', 'e+', 'e-', 'e', '-', ':', ' ', 'x'), fc.nat(99).map(String), fc.double({ min: 0, noNaN: true }).map(String), fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value.toPrecision(5)));
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectAsCut(pieces.join(''))), { seed: 20261123, numRuns: 2000 });
  });

  test('begins where asked and ends a field at the separator asked for', () => {
    expect(fieldsOf('bins 3 4', 5).map((field) => field.count)).toEqual([3, 4]);
    const reader = new FieldReader('12:34 56', 0);
    expect([reader.next(COLON), reader.count(), reader.next(), reader.count(), reader.next(COLON), reader.count(), reader.next()]).toEqual([true, 12, true, 34, true, 56, false]);
  });
});
