import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

describe('encoding', () => {
  const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    [...text].forEach((char, index) => view.setUint16(index * 2, char.charCodeAt(0), littleEndian));
    return new Uint8Array(view.buffer);
  };
  test.each([
    ['utf-8', new TextEncoder().encode('主机,端口')],
    ['utf-8', new TextEncoder().encode('\ufeff主机,端口')],
    // From `printf '主机,端口' | iconv -t GB18030 | xxd`.
    ['gb18030', Uint8Array.from([0xd6, 0xf7, 0xbb, 0xfa, 0x2c, 0xb6, 0xcb, 0xbf, 0xda])],
    ['utf-16le', utf16('\ufeff主机,端口', true)],
    ['utf-16be', utf16('\ufeff主机,端口', false)],
  ] as const)('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: '主机,端口', encoding });
  });

  test('UTF-16 without a mark is found by its zero bytes; binary is refused', () => {
    expect(decodeText(utf16('host,port', true))).toEqual({ text: 'host,port', encoding: 'utf-16le' });
    expect(() => decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0xff, 0xff]))).toThrow('import.unreadable_encoding');
  });
});
