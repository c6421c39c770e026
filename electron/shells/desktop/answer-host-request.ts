import { AppError } from '../../../shared/kernel/app-error.ts';
import type { HostAnswer, HostRequest } from './host-messages.ts';

export interface HostWork {
  register(path: string, access: 'read' | 'write'): string;
  resolve(token: string): string;
  openProject(path: string): Promise<void>;
  close(): Promise<void>;
}

async function work(request: HostRequest, host: HostWork): Promise<string> {
  if (request.type === 'register') return host.register(request.path, request.access);
  if (request.type === 'resolve') return host.resolve(request.token);
  if (request.type === 'open-project') await host.openProject(request.path);
  else await host.close();
  return '';
}

/** Does what main asks; a failure goes back as a code, never as a rejection. */
export async function answerHostRequest(request: HostRequest, host: HostWork, logUnexpected: (error: unknown) => string): Promise<HostAnswer> {
  try {
    return { id: request.id, ok: true, value: await work(request, host) };
  } catch (error) {
    const payload = error instanceof AppError ? error.toPayload() : { code: 'internal' as const, params: { ref: logUnexpected(error) } };
    return { id: request.id, ok: false, error: payload };
  }
}
