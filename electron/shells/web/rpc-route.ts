import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { MAX_RPC_BYTES, rpcBodySchema } from '../../../shared/contract/web-shell.ts';
import type { ServedCore } from '../served-core.ts';
import { readBody } from './request-body.ts';

async function readInput(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request, MAX_RPC_BYTES);
  try {
    return rpcBodySchema.parse(JSON.parse(text)).input;
  } catch (cause) {
    throw new AppError('request.invalid_input', {}, { cause });
  }
}

/** Runs one call. A page that goes away cancels its call; jobs it started live on in the core. */
export async function runCall(core: ServedCore, method: string, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const controller = new AbortController();
  const abort = (): void => {
    if (!response.writableFinished) controller.abort();
  };
  response.once('close', abort);
  try {
    return await core.dispatch(method, await readInput(request), { signal: controller.signal });
  } finally {
    response.off('close', abort);
  }
}
