import { expect, test } from 'vitest';
import { changeLine, changeTexts } from './change-text.ts';

const format = { bytes: (value: number) => `${String(Math.round(value / 1024))} KiB`, count: String };

test('values carry their unit, nothing is a dash', () => {
  expect(changeTexts(format, { field: 'memBytes', from: 2048, to: 4096 })).toEqual(['2 KiB', '4 KiB']);
  expect(changeTexts(format, { field: 'vcpuCount', from: 2, to: 4 })).toEqual(['2', '4']);
  expect(changeTexts(format, { field: 'kernel', from: null, to: '6.1' })).toEqual(['-', '6.1']);
  expect(changeLine(format, { field: 'memBytes', from: null, to: 1024, fromEvidence: null, toEvidence: null }, 'Memory')).toBe('Memory: - → 1 KiB');
});

test('a change never looks like none: what rounds to the same is told to the byte', () => {
  expect(changeTexts(format, { field: 'diskBytes', from: 1024, to: 1030 })).toEqual(['1024 B', '1030 B']);
});
