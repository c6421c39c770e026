import { AppError } from '../../../shared/kernel/app-error.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
}

function tryDecode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** Text without a mark is taken for UTF-16 when every second byte of its start is zero, as in Latin text. */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length, 512) & ~1);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const enough = sample.length / 2 / 3;
  if ((zeros[1] ?? 0) > enough && zeros[0] === 0) return 'utf-16le';
  if ((zeros[0] ?? 0) > enough && zeros[1] === 0) return 'utf-16be';
  return undefined;
}

/** Reads a text file of unknown encoding: by its mark, else UTF-8, else GB18030. Throws `import.unreadable_encoding`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : sniffUtf16(bytes);
  const decoded = marked ? tryDecode(bytes, marked) : (tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030'));
  if (!decoded || decoded.text.includes('\0')) throw new AppError('import.unreadable_encoding');
  return decoded;
}
