import { AppError, errorFromPayload } from '../../../shared/kernel/app-error.ts';
import { FILE_PURPOSES, type FilePurpose, type PickedFile } from '../../../shared/contract/host.ts';
import { rpcReplySchema, uploadedFileSchema } from '../../../shared/contract/web-shell.ts';
import { readWebSession } from './create-http-client.ts';
import type { PageHost } from './page-host.ts';

const ACCEPT: Readonly<Partial<Record<FilePurpose, string>>> = {
  'project-open': '.landfall',
  import: '.csv,.txt,.xlsx',
  targets: '.csv,.txt,.conf,.config,text/plain',
  catalogue: '.json,.csv,.xlsx',
};

/** Asks the browser for a file. A dialog that is closed without a choice gives null. */
function chooseFile(purpose: FilePurpose): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPT[purpose] ?? '';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

async function upload(file: File, purpose: FilePurpose): Promise<PickedFile> {
  const { token } = await readWebSession('');
  const address = `/files?${new URLSearchParams({ name: file.name, purpose }).toString()}`;
  const response = await fetch(address, { method: 'PUT', headers: { 'x-landfall': token, 'content-type': 'application/octet-stream' }, body: file, credentials: 'same-origin' }).catch((cause: unknown) => {
    throw new AppError('request.disconnected', {}, { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  const uploaded = uploadedFileSchema.safeParse(body);
  if (response.ok && uploaded.success) return uploaded.data;
  const reply = rpcReplySchema.safeParse(body);
  throw reply.success && !reply.data.ok ? errorFromPayload(reply.data.error) : new AppError('request.disconnected');
}

/** Files in a browser: uploaded to the core when chosen or dropped, downloaded when an export is ready. */
export function createWebHost(): PageHost {
  return {
    capabilities: { shell: 'web', nativeDialogs: false, revealFile: false },
    pickFile: async (purpose) => {
      if (!FILE_PURPOSES.includes(purpose)) throw new AppError('host.unsupported');
      const file = await chooseFile(purpose);
      return file === null ? null : upload(file, purpose);
    },
    takeFile: upload,
    pickSaveTarget: () => Promise.resolve(null),
    deliverFile: (token, fileName) => {
      const link = document.createElement('a');
      link.href = `/files/${encodeURIComponent(token)}`;
      link.download = fileName;
      link.click();
      return Promise.resolve();
    },
  };
}
