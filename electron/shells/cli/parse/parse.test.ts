import { describe, expect, it } from 'vitest';
import { parseAdoptionTarget } from './adoption-target.ts';
import { parseColumnPair } from './column-pair.ts';
import { formatQuietWindow, parseQuietWindow } from './quiet-window.ts';
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

describe('parseQuietWindow', () => {
  it('reads days and hours, and writes them the same way', () => {
    expect(parseQuietWindow('1-5 08:00-18:00')).toEqual({ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' });
    for (const text of ['1-5 08:00-18:00', '7 22:00-02:30', '6-7 00:00-00:00']) expect(formatQuietWindow(parseQuietWindow(text)!)).toBe(text);
    expect(formatQuietWindow({ days: [1, 2, 5], from: '08:00', to: '09:00' })).toBe('1-2 08:00-09:00, 5 08:00-09:00');
  });
  it.each(['', '0-5 08:00-18:00', '5-1 08:00-18:00', '1-5 8:00-18:00', '1-5 08:00-24:00', '1-5 08:60-18:00', '1-5 08:00'])('refuses %j', (text) => expect(parseQuietWindow(text)).toBeUndefined());
});
