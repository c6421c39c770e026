import { describe, expect, it } from 'vitest';
import { guardFormula, safeFileName, safeText } from './safe-text.ts';

describe('safeText', () => {
  it('H06 H07: strips control characters, escapes and line breaks', () => {
    expect(safeText('a\u001b[31mb\r\nc\u202ed\u0000')).toBe('a[31mb cd');
  });
  it('X09: cuts at the limit of one cell and says so', () => {
    const cut = safeText('市'.repeat(40_000));
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith('[…]')).toBe(true);
  });
  it('replaces lone surrogates', () => expect(safeText('a\ud800b')).toBe('a\ufffdb'));
});

describe('guardFormula', () => {
  it.each(['=cmd', '+1', '-1', '@x', '＝cmd', '＋1'])('H04: marks %s as text', (text) => expect(guardFormula(text)).toBe(`'${text}`));
  it('leaves other text alone', () => expect(guardFormula('财政局 = A')).toBe('财政局 = A'));
});

describe('safeFileName', () => {
  it.each([
    ['../../etc/x', 'etc-x'],
    ['CON', 'landfall-CON'],
    ['a/b', 'a-b'],
    ['', 'landfall-export'],
    ['name.', 'name'],
    ['上云 计划', '上云-计划'],
  ])('H12: %s becomes %s', (name, expected) => expect(safeFileName(name)).toBe(expected));
  it('H12: keeps within 120 bytes without splitting a character', () => {
    const name = safeFileName('市'.repeat(300));
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120);
    expect(name).toBe('市'.repeat(40));
  });
});
