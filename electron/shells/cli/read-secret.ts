import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CommandContext } from './command-context.ts';

const MAX_SECRET_BYTES = 4096;

/** The first line without its end; blanks at its ends belong to the secret. */
const firstLine = (bytes: Buffer): string => (bytes.toString('utf8').split(/\r?\n/, 1)[0] ?? '');

/** A secret from a file that only its owner should be able to read; a wider mode is said, not refused. */
export async function readSecretFile(context: CommandContext, path: string): Promise<string> {
  const known = await stat(path).catch((cause: unknown) => {
    throw new AppError('file.not_found', { path }, { cause });
  });
  if (!known.isFile() || known.size > MAX_SECRET_BYTES) throw new AppError('request.too_large', { maxBytes: MAX_SECRET_BYTES });
  if (process.platform !== 'win32' && (known.mode & 0o077) !== 0) context.print.message(context.t('secret.fileReadable', { path }));
  return firstLine(await readFile(path));
}

export async function readSecretStdin(context: CommandContext): Promise<string> {
  return firstLine(await context.io.stdin.readAll(MAX_SECRET_BYTES));
}
