import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, escapeJsonControls } from './clean-text.ts';

const DANGEROUS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe('cleanText', () => {
  it.each([
    ['H06: colour', '\u001b[31mred\u001b[0m', 'red'],
    ['H06: clipboard (OSC 52)', 'a\u001b]52;c;cm0gLXJm\u0007b', 'ab'],
    ['H06: link (OSC 8)', '\u001b]8;;http://evil.test\u001b\\click\u001b]8;;\u001b\\', 'click'],
    ['H06: title', '\u001b]0;title\u0007x', 'x'],
    ['H06: C1 CSI', '\u009b31mred', '31mred'],
    ['H07: line break', 'web-01\nfailed 0', 'web-01 failed 0'],
    ['H03: direction override', 'abc\u202etxt.exe', 'abctxt.exe'],
    ['H03: zero width', 'ad\u200bmin', 'admin'],
    ['unfinished sequence', 'x\u001b[', 'x'],
    ['Chinese', '财政局 预算系统', '财政局 预算系统'],
  ])('%s', (_name, text, clean) => expect(cleanText(text)).toBe(clean));

  it('never leaves a control character, whatever arrives', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\u001b', '[', ']', ';', 'm', '\u0007', '\u009b', '\n', '\r', '\u202e', 'a', '\\', '中') }), (text) => {
        expect(cleanText(text)).not.toMatch(DANGEROUS);
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes a megabyte of escapes in linear time', () => {
    const startedAt = performance.now();
    cleanText('\u001b]'.repeat(500_000));
    cleanText(`\u001b[${'0;'.repeat(500_000)}`);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});


it('escapeJsonControls keeps the value and shows no control character', () => {
  const value = { name: 'a\u009bb\u202ec\u200bd\u001be' };
  const json = escapeJsonControls(JSON.stringify(value));
  expect(json).not.toMatch(DANGEROUS);
  expect(JSON.parse(json)).toEqual(value);
});
