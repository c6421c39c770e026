import { AppError } from '../../../shared/kernel/app-error.ts';

/** Anything thrown in the renderer as an error with a code; what is not expected becomes `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', { ref: '' }, { cause: error });
}
