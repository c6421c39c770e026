import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../../shared/kernel/app-error.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/** The bytes of a list the user chose. Throws `file.not_found` or `import.too_large`. */
export async function readTextFile(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw new AppError('file.not_found', { path }, { cause: error });
  });
  if (size > MAX_BYTES) throw new AppError('import.too_large', { limit: MAX_BYTES, unit: 'bytes' });
  return await readFile(path);
}
