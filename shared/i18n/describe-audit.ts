import type { Language } from './language.ts';
import { interpolate } from './interpolate.ts';
import { resources } from './resources.ts';

/** A sentence for one entry of the audit trail; an action without a sentence is shown as itself. */
export function describeAudit(language: Language, action: string, summary: Readonly<Record<string, unknown>>): string {
  const catalogue: Readonly<Record<string, unknown>> = resources[language].audit;
  const template = Object.hasOwn(catalogue, action) ? catalogue[action] : undefined;
  return typeof template === 'string' ? interpolate(template, summary) : action;
}
