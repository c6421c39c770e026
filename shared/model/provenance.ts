import { z } from 'zod';
import { evidenceIdSchema, scanRunIdSchema } from '../kernel/ids.ts';
import { instantSchema } from '../kernel/calendar-date.ts';
import { sectionNameSchema } from './host-facts.ts';

/** Where a value comes from; the order is the order of trust: what a person entered survives every re-scan. */
export const SOURCES_BY_TRUST = ['entered', 'scanned', 'imported', 'inferred'] as const;
export const sourceSchema = z.enum(SOURCES_BY_TRUST);
export type Source = z.infer<typeof sourceSchema>;

/** Opens a figure to the text it was read from. */
export const evidenceRefSchema = z.object({ evidenceId: evidenceIdSchema, section: sectionNameSchema.optional() });
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

export const provenanceSchema = z.object({
  source: sourceSchema,
  /** Account name of the person, or the rule or file that gave the value. */
  by: z.string(),
  at: instantSchema,
  runId: scanRunIdSchema.optional(),
  evidence: evidenceRefSchema.optional(),
});
export type Provenance = z.infer<typeof provenanceSchema>;
