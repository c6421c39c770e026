import { z } from 'zod';
import { departmentIdSchema, systemIdSchema } from '../kernel/ids.ts';
import { calendarDateSchema, instantSchema } from '../kernel/calendar-date.ts';
import { countSchema, ratioSchema } from '../kernel/quantities.ts';
import { adoptionMeasureSchema, adoptionPointSchema, targetOutcomeSchema } from './plan.ts';

/** The life of a system on its way; from `cut-over` on it counts as adopted (claimed), from `accepted` on as proven. */
export const TRACKING_STATES = ['planned', 'preparing', 'replicated', 'cut-over', 'stabilising', 'accepted', 'source-retired'] as const;
export const trackingStateSchema = z.enum(TRACKING_STATES);
export type TrackingState = z.infer<typeof trackingStateSchema>;

/** Append-only: a correction is a further entry. A step back names its reason in `evidence`. */
export const trackingEntrySchema = z.object({
  systemId: systemIdSchema,
  state: trackingStateSchema,
  /** The day it happened. */
  on: calendarDateSchema,
  evidence: z.string().max(2000),
  by: z.string(),
  recordedAt: instantSchema,
});
export type TrackingEntry = z.infer<typeof trackingEntrySchema>;

export const progressSchema = z.object({
  asOf: calendarDateSchema,
  measure: adoptionMeasureSchema,
  plan: z.array(adoptionPointSchema),
  actual: z.array(adoptionPointSchema),
  proven: z.array(adoptionPointSchema),
  targets: z.array(targetOutcomeSchema),
  adoptedRatio: ratioSchema,
  provenRatio: ratioSchema,
  plannedRatioToday: ratioSchema,
  departments: z.array(z.object({
    departmentId: departmentIdSchema,
    name: z.string(),
    total: countSchema,
    adopted: countSchema,
    proven: countSchema,
    plannedByToday: countSchema,
    lateSystemIds: z.array(systemIdSchema),
  })),
  byState: z.record(trackingStateSchema, countSchema),
  untracked: countSchema,
});
export type Progress = z.infer<typeof progressSchema>;
