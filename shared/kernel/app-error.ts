import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What crosses a boundary: a code and its parameters; `ref` finds the log line of an unexpected one. */
export interface ErrorPayload {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly ref?: string | undefined;
}

/** An expected failure. Sentences are made from `code` and `params` in the shells only. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
  }

  toPayload(): ErrorPayload {
    return { code: this.code, params: this.params };
  }
}

/** Rebuilds an error on the calling side of a transport; an unknown code becomes `internal`. */
export function errorFromPayload(payload: { code: string; params?: ErrorParams; ref?: string | undefined }): AppError {
  if (Object.hasOwn(ERROR_CODES, payload.code)) return new AppError(payload.code as ErrorCode, payload.params ?? {});
  return new AppError('internal', { ref: payload.ref ?? '' });
}
