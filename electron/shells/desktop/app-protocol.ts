import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { SECURITY_HEADERS } from '../security-headers.ts';
import { listStaticFiles } from '../static-files.ts';

export const APP_ORIGIN = 'app://landfall';

/** Must run before the app is ready. A standard, secure scheme gives pages an origin, which file:// has not. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Answers only the files listed at start, only for our own host, always with the policy headers. */
export async function createAppResponder(rendererDir: string): Promise<(request: { url: string; method: string }) => Promise<Response>> {
  const files = await listStaticFiles(rendererDir);
  return async ({ url, method }) => {
    const path = url.startsWith(`${APP_ORIGIN}/`) ? url.slice(APP_ORIGIN.length).split(/[?#]/, 1)[0] : undefined;
    const found = path === undefined || method !== 'GET' ? undefined : files.get(path);
    if (!found) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
    return new Response(new Uint8Array(await readFile(found.file)), { headers: { ...SECURITY_HEADERS, 'content-type': found.contentType } });
  };
}
