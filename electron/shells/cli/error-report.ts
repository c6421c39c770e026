import { AppError } from '../../../shared/kernel/app-error.ts';
import { ERROR_CODES, EXIT } from '../../../shared/kernel/error-codes.ts';
import { describeError } from '../../../shared/i18n/describe-error.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { cleanText } from './output/clean-text.ts';

function params(error: AppError): Record<string, string> {
  return Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]));
}

/** Sentences for a person on stderr, and the exit code for a script. */
export function reportError(language: Language, error: unknown): { text: string; exitCode: number; payload: { code: string; params: unknown } } {
  const known = error instanceof AppError ? error : new AppError('internal', { ref: error instanceof Error ? error.message : String(error) });
  const { title, what, why, next } = describeError(language, known.code, params(known));
  const detail = Object.entries(params(known)).map(([name, value]) => `${name}=${value}`).join(' ');
  const lines = [`${title} (${known.code})`, what, why, next, detail].filter((line): line is string => line !== undefined && line !== '');
  return { text: lines.map(cleanText).join('\n  '), exitCode: ERROR_CODES[known.code].exitCode ?? EXIT.unexpected, payload: known.toPayload() };
}
