import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { FileToken } from '../../../shared/kernel/ids.ts';
import { FILE_PURPOSES, type FilePurpose } from '../../../shared/contract/host.ts';
import type { ServedCore } from '../served-core.ts';

const MAX_NAME_LENGTH = 120;
const MAX_CONCURRENT_UPLOADS = 4;

export interface UploadOptions {
  readonly core: ServedCore;
  /** Where an uploaded project is kept: it must outlive the temporary folder. */
  readonly projectsDir: string;
  readonly maxBytes: number;
}

/** A name for people, without separators, control characters or a leading dot; never used as a path as it came. */
function cleanName(name: string | undefined): string {
  const clean = (name ?? '').normalize('NFC').replace(/[\p{C}\p{Z}/\\:*?"<>|]+/gu, '-').replace(/^[.-]+/, '').slice(0, MAX_NAME_LENGTH);
  return clean || 'file';
}

function cap(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) done(new AppError('request.too_large', { maxBytes }));
      else done(null, chunk);
    },
  });
}

async function destination({ core, projectsDir }: UploadOptions, purpose: FilePurpose, name: string): Promise<{ path: string; token: () => FileToken; flags: string }> {
  if (purpose !== 'project-open') {
    const temporary = core.files.createTemporary(name);
    return { path: temporary.path, token: () => temporary.token, flags: 'w' };
  }
  const folder = join(projectsDir, 'uploaded');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name.replace(/\.landfall$/, '')}-${crypto.randomUUID().slice(0, 8)}.landfall`);
  return { path, token: () => core.files.register(path, 'write'), flags: 'wx' };
}

/** Streams uploads to files; each answer is the token by which the contract names the file. */
export function createUploads(options: UploadOptions): { receive(request: IncomingMessage, query: { name: string | undefined; purpose: string | undefined }): Promise<{ token: FileToken; name: string }> } {
  let running = 0;
  return {
    async receive(request, query) {
      const purpose = FILE_PURPOSES.find((known) => known === query.purpose);
      if (!purpose) throw new AppError('request.invalid_input', { field: 'purpose' });
      if (Number(request.headers['content-length'] ?? 0) > options.maxBytes) throw new AppError('request.too_large', { maxBytes: options.maxBytes });
      if (running >= MAX_CONCURRENT_UPLOADS) throw new AppError('request.too_large', { maxUploads: MAX_CONCURRENT_UPLOADS });
      running += 1;
      const name = cleanName(query.name);
      const target = await destination(options, purpose, name).catch((error: unknown) => {
        running -= 1;
        throw error;
      });
      try {
        await pipeline(request, cap(options.maxBytes), createWriteStream(target.path, { flags: target.flags, mode: 0o600 }));
        return { token: target.token(), name };
      } catch (error) {
        await rm(target.path, { force: true });
        throw storageError(error);
      } finally {
        running -= 1;
      }
    },
  };
}

function storageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('storage.disk_full', {}, { cause: error });
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return new AppError('request.cancelled', {}, { cause: error });
  return error;
}
