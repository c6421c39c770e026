import { expect, test } from 'vitest';
import { changeLine, scannedText } from './change-text.ts';

const format = { bytes: (value: number) => `${String(value / 1024)} KiB`, count: String };

test('values carry their unit, nothing is a dash', () => {
  expect([scannedText(format, 'memBytes', 2048), scannedText(format, 'vcpuCount', 4), scannedText(format, 'kernel', '6.1'), scannedText(format, 'kernel', null)]).toEqual(['2 KiB', '4', '6.1', '-']);
  expect(changeLine(format, { field: 'memBytes', from: null, to: 1024, fromEvidence: null, toEvidence: null }, 'Memory')).toBe('Memory: - → 1 KiB');
});
