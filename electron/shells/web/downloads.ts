import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { exportResultSchema } from '../../../shared/contract/exporting.ts';
import { fileTokenSchema } from '../../../shared/kernel/ids.ts';
import type { ServedCore } from '../served-core.ts';

const MAX_REMEMBERED = 1000;

/** Only what an export job has finished can be downloaded: tokens are remembered from the jobs' own results. */
export interface Downloads {
  notice(event: CoreEvent): void;
  /** Throws `file.unknown_token` for every token that is not of a finished export. */
  open(token: string): Promise<{ body: ReadableStream; headers: Record<string, string> }>;
}

export function createDownloads(core: ServedCore): Downloads {
  const names = new Map<string, string>();
  return {
    notice(event) {
      if (event.topic !== 'job.progressed' || event.payload.kind !== 'export' || event.payload.state !== 'succeeded') return;
      const result = exportResultSchema.safeParse(event.payload.result);
      if (!result.success) return;
      names.set(result.data.file, result.data.fileName);
      const [oldest] = names.keys();
      if (names.size > MAX_REMEMBERED && oldest !== undefined) names.delete(oldest);
    },
    async open(token) {
      const parsed = fileTokenSchema.safeParse(token);
      const name = names.get(token);
      if (!parsed.success || name === undefined) throw new AppError('file.unknown_token');
      const path = core.files.resolve(parsed.data, 'read');
      const { size } = await stat(path).catch((cause: unknown) => {
        throw new AppError('file.not_found', {}, { cause });
      });
      return {
        body: Readable.toWeb(createReadStream(path)) as ReadableStream,
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(size),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`,
        },
      };
    },
  };
}
