import { AppError, type ErrorPayload } from '../../../shared/kernel/app-error.ts';
import { ERROR_CODES } from '../../../shared/kernel/error-codes.ts';
import type { Logger } from '../../core/app/index.ts';

/** Maps any failure to what may cross: expected errors as they are, all others as `internal` with a reference into the log. */
export function errorReply(error: unknown, log: Logger, newRef: () => string): { status: number; body: { ok: false; error: ErrorPayload } } {
  if (error instanceof AppError) return { status: ERROR_CODES[error.code].httpStatus, body: { ok: false, error: error.toPayload() } };
  const ref = newRef();
  log.error('web.unexpected', { ref, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return { status: ERROR_CODES.internal.httpStatus, body: { ok: false, error: { code: 'internal', params: { ref } } } };
}
