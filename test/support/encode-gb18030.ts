let codes: ReadonlyMap<string, readonly number[]> | undefined;

/** A text as registers of Chinese departments come: ASCII and the two-byte part of GB18030. Throws on any other character. */
export function encodeGb18030(text: string): Buffer {
  codes ??= twoByteCodes();
  const table = codes;
  return Buffer.from([...text].flatMap((character) => {
    const bytes = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : table.get(character);
    if (bytes === undefined) throw new Error(`Not in the table: ${character}`);
    return bytes;
  }));
}

/** TextEncoder knows UTF-8 only; the decoder read backwards gives the table. */
function twoByteCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return table;
}
