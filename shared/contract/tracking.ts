import { z } from 'zod';
import { systemIdSchema } from '../kernel/ids.ts';
import { calendarDateSchema } from '../kernel/calendar-date.ts';
import { countSchema } from '../kernel/quantities.ts';
import { adoptionMeasureSchema } from '../model/plan.ts';
import { progressSchema, trackingEntrySchema, trackingStateSchema } from '../model/tracking.ts';
import { command, query } from './procedure.ts';
import { pageInput, pageOf } from './paging.ts';

const trackedSystemSchema = z.object({ systemId: systemIdSchema, name: z.string(), departmentName: z.string(), waveIndex: countSchema.nullable(), plannedCutOver: calendarDateSchema.nullable(), state: trackingStateSchema.nullable(), on: calendarDateSchema.nullable(), evidence: z.string(), late: z.boolean() });

/** What really happened, with date and evidence, against the plan. */
export const trackingContract = {
  'tracking.listSystems': query({ input: z.strictObject({ text: z.string().max(200).default(''), states: z.array(trackingStateSchema).optional(), lateOnly: z.boolean().default(false), waveIndex: z.number().int().min(1).optional(), asOf: calendarDateSchema.optional(), ...pageInput }), output: pageOf(trackedSystemSchema), topics: ['tracking', 'plan', 'organisation'] }),
  'tracking.setState': command({ input: z.strictObject({ systemIds: z.array(systemIdSchema).min(1).max(5000), state: trackingStateSchema, on: calendarDateSchema, evidence: z.string().trim().max(2000) }), output: z.object({ changed: countSchema }), topics: ['tracking', 'project'], raises: ['record.not_found', 'tracking.invalid_transition', 'tracking.evidence_required'] }),
  'tracking.listHistory': query({ input: z.strictObject({ systemId: systemIdSchema }), output: z.object({ entries: z.array(trackingEntrySchema) }), topics: ['tracking'], raises: ['record.not_found'] }),
  'tracking.getProgress': query({ input: z.strictObject({ measure: adoptionMeasureSchema.optional(), asOf: calendarDateSchema.optional() }), output: z.object({ progress: progressSchema.nullable() }), topics: ['tracking', 'plan', 'organisation', 'inventory'] }),
} as const;
