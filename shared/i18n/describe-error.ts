import type { Language } from './language.ts';
import { formatInstant } from './format.ts';
import { interpolate } from './interpolate.ts';
import { resources } from './resources.ts';

/** What a person reads about a failure. `why` and `next` are absent when the catalogue has none. */
export interface ErrorText {
  readonly title: string;
  readonly what: string;
  readonly why?: string;
  readonly next?: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** Instants are read by people here: told by this machine's clock, as in every table. */
function told(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && INSTANT.test(value) ? formatInstant(value) : value]));
}

type Catalogue = Readonly<Record<string, unknown>>;

function lookUp(catalogue: Catalogue, code: string, params: Readonly<Record<string, unknown>>): ErrorText | undefined {
  const entry = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  if (typeof entry !== 'object' || entry === null) return undefined;
  const texts = entry as Readonly<Record<string, unknown>>;
  const fill = (key: string): string | undefined => (typeof texts[key] === 'string' ? interpolate(texts[key], told(params)) : undefined);
  const [title, what, why, next] = [fill('title'), fill('what'), fill('why'), fill('next')];
  if (title === undefined) return undefined;
  return { title, what: what ?? '', ...(why ? { why } : {}), ...(next ? { next } : {}) };
}

/** Sentences for an `AppError` code; a code without an entry is shown as itself. */
export function describeError(language: Language, code: string, params: Readonly<Record<string, unknown>> = {}): ErrorText {
  return lookUp(resources[language].errors, code, params) ?? { title: code, what: '' };
}

/** Sentences for a per-host scan error (see shared/model/scan.ts). */
export function describeHostError(language: Language, code: string, params: Readonly<Record<string, unknown>> = {}): ErrorText {
  return lookUp(resources[language].hostErrors, code, params) ?? { title: code, what: '' };
}

/** What of an error's parameters is worth a line of its own, in this order. */
const DETAILS = [['platform', 'platform'], ['via', 'via'], ['hostKey', 'fingerprint'], ['needs', 'needs'], ['offers', 'ours'], ['used', 'used']] as const;

/** Beside the sentences: which jump host failed, which key was shown, which algorithms both sides offer. Empty when there is nothing to add. */
export function describeHostErrorDetails(language: Language, params: Readonly<Record<string, unknown>>): string[] {
  const texts = resources[language].hostErrorDetails;
  return DETAILS.filter(([, param]) => params[param] !== undefined && params[param] !== '').map(([key]) => interpolate(texts[key], params));
}
