import { describe, expect, it } from 'vitest';
import { parseAdoptionTarget } from './adoption-target.ts';
import { parseColumnPair } from './column-pair.ts';
import { parseWholeNumber } from './whole-number.ts';

describe('parseAdoptionTarget', () => {
  it('reads share and day', () => {
    expect(parseAdoptionTarget('80%@2027-06-30')).toEqual({ ratio: 0.8, date: '2027-06-30' });
    expect(parseAdoptionTarget(' 99.5%@2028-02-29 ')).toEqual({ ratio: 0.995, date: '2028-02-29' });
  });
  it.each(['80', '80%', '80%@', '0%@2027-06-30', '101%@2027-06-30', '80%@2027-02-30', '-5%@2027-06-30', '80 %@2027-06-30', '8e1%@2027-06-30', ''])('refuses %j', (text) => expect(parseAdoptionTarget(text)).toBeUndefined());
});

describe('parseColumnPair', () => {
  it('splits at the first equals sign', () => expect(parseColumnPair('name=系统=名称')).toEqual(['name', '系统=名称']));
  it.each(['', '=x', 'x=', 'x'])('refuses %j', (text) => expect(parseColumnPair(text)).toBeUndefined());
});

describe('parseWholeNumber', () => {
  const limits = { min: 1, max: 200 };
  it('takes both limits', () => expect([parseWholeNumber('1', limits), parseWholeNumber('200', limits)]).toEqual([1, 200]));
  it.each(['0', '201', '1.5', '-1', '1e2', ' 1', '', '0x10', '9'.repeat(30)])('refuses %j', (text) => expect(parseWholeNumber(text, limits)).toBeUndefined());
});
