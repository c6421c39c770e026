import { z } from 'zod';
import { planIdSchema } from '../kernel/ids.ts';
import { calendarDateSchema, instantSchema } from '../kernel/calendar-date.ts';
import { bytesSchema, countSchema, ratioSchema } from '../kernel/quantities.ts';

/**
 * The planning problem and the plan are plain JSON: anyone can bring the one and check the other.
 * Ids are strings chosen by the caller; the core uses its system ids as item ids.
 */
const keySchema = z.string().min(1).max(120);
const dateRange = { from: calendarDateSchema, to: calendarDateSchema };

export const ADOPTION_MEASURES = ['systems', 'servers', 'vcpu', 'departments'] as const;
export const adoptionMeasureSchema = z.enum(ADOPTION_MEASURES);
export type AdoptionMeasure = z.infer<typeof adoptionMeasureSchema>;

export const adoptionTargetSchema = z.object({ ratio: ratioSchema.refine((ratio) => ratio > 0, { message: 'target_ratio' }), date: calendarDateSchema });

export const freezeSchema = z.object({
  id: keySchema,
  name: z.string().min(1).max(200),
  ...dateRange,
  /** null: the whole city. */
  departmentIds: z.array(keySchema).nullable(),
});
export const teamSchema = z.object({ id: keySchema, name: z.string().min(1).max(120), personDaysPerDay: z.number().min(0).max(10_000) });
export const linkSchema = z.object({
  id: keySchema,
  name: z.string().min(1).max(120),
  bitsPerSecond: countSchema,
  /** Share of the line the programme may use, and how many hours a day. */
  shareRatio: ratioSchema,
  hoursPerDay: z.number().min(0).max(24),
  /** Departments on this line; null: all that are on no other. */
  departmentIds: z.array(keySchema).nullable(),
});
export const workCalendarSchema = z.object({
  /** ISO weekdays, 1 = Monday. */
  workingWeekdays: z.array(z.number().int().min(1).max(7)),
  holidays: z.array(z.object({ name: z.string().max(120), ...dateRange })),
  /** Weekend days worked in exchange for holidays (调休). */
  makeUpDays: z.array(calendarDateSchema),
});

/** What the user sets for planning; stored in the project, edited on the Plan screen. */
export const planSettingsSchema = z.object({
  startDate: calendarDateSchema,
  waveLengthDays: z.number().int().min(7).max(366),
  measure: adoptionMeasureSchema,
  targets: z.array(adoptionTargetSchema).min(1).max(10),
  calendar: workCalendarSchema,
  freezes: z.array(freezeSchema).max(500),
  teams: z.array(teamSchema).min(1).max(50),
  links: z.array(linkSchema).max(300),
  maxSystemsPerWave: countSchema.min(1),
  maxSystemsPerDepartmentPerWave: countSchema.min(1),
  maxServersPerGroup: countSchema.min(1),
  /** The first wave carries at most this many systems (pilot). */
  pilotSystems: countSchema.min(1),
  precedences: z.array(z.object({ before: keySchema, after: keySchema })).max(5000),
  /** Systems that must share a wave. */
  together: z.array(z.array(keySchema).min(2)).max(2000),
  /** By hand: system → wave index (from 1); kept on re-planning. */
  pins: z.record(keySchema, countSchema.min(1)),
});
export type PlanSettings = z.infer<typeof planSettingsSchema>;

export const planItemSchema = z.object({
  id: keySchema,
  name: z.string(),
  departmentId: keySchema,
  serverCount: countSchema,
  vcpuCount: countSchema,
  dataBytes: bytesSchema,
  /** teamId → person-days. */
  effortPersonDays: z.record(keySchema, z.number().min(0)),
  /** 1 = migrate late … 4 = migrate early is never implied: criticality only orders risk (vital systems not in the pilot). */
  criticality: z.enum(['low', 'medium', 'high', 'vital']).nullable(),
  /** false: stays or is retired, so it needs no wave; `adopted` says whether it counts as done (retired) or leaves the denominator (retained). */
  moves: z.boolean(),
  counts: z.enum(['when-cut-over', 'already-adopted', 'excluded']),
  earliest: calendarDateSchema.nullable(),
  latest: calendarDateSchema.nullable(),
});
export type PlanItem = z.infer<typeof planItemSchema>;

export const planEdgeSchema = z.object({ from: keySchema, to: keySchema, weight: z.number().min(0), strength: z.enum(['hard', 'soft', 'shared']) });
export type PlanEdge = z.infer<typeof planEdgeSchema>;

export const planProblemSchema = z.object({
  schema: z.literal(1),
  settings: planSettingsSchema,
  departments: z.array(z.object({ id: keySchema, name: z.string() })),
  items: z.array(planItemSchema),
  edges: z.array(planEdgeSchema),
});
export type PlanProblem = z.infer<typeof planProblemSchema>;

export const moveGroupSchema = z.object({
  id: keySchema,
  itemIds: z.array(keySchema),
  /** Why these belong together: the hard edges, same-data or `together` entries that joined them. */
  reasons: z.array(z.object({ kind: z.enum(['single', 'hard-dependency', 'together', 'strong-flow']), itemIds: z.array(keySchema) })),
});
export const waveSchema = z.object({
  index: countSchema.min(1),
  ...dateRange,
  /** Cut-overs happen in the last days of the wave; the dates skip freezes and days off. */
  cutOverFrom: calendarDateSchema,
  cutOverTo: calendarDateSchema,
  groupIds: z.array(keySchema),
  teamLoad: z.array(z.object({ teamId: keySchema, usedPersonDays: z.number(), capacityPersonDays: z.number() })),
  linkLoad: z.array(z.object({ linkId: keySchema, usedBytes: z.number(), capacityBytes: z.number() })),
});
export type Wave = z.infer<typeof waveSchema>;
export const assignmentSchema = z.object({
  itemId: keySchema,
  groupId: keySchema,
  waveIndex: countSchema.min(1),
  /** Work begins in this wave (large groups prepare over several) and ends with the cut-over in `waveIndex`. */
  startWaveIndex: countSchema.min(1),
  cutOverDate: calendarDateSchema,
  pinned: z.boolean(),
});
export type Assignment = z.infer<typeof assignmentSchema>;
export const unassignedSchema = z.object({
  itemId: keySchema,
  reason: z.enum(['team-capacity', 'link-capacity', 'freeze', 'department-limit', 'wave-limit', 'latest-date', 'earliest-date', 'precedence', 'group-too-large', 'horizon', 'pin-conflict']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const planViolationSchema = z.object({
  rule: z.enum(['team-capacity', 'link-capacity', 'freeze', 'department-limit', 'wave-limit', 'pilot', 'precedence', 'together', 'group-split', 'earliest-date', 'latest-date', 'target-missed', 'calendar', 'unknown-item', 'missing-item', 'double-assignment']),
  severity: z.enum(['hard', 'medium', 'soft']),
  itemIds: z.array(keySchema),
  waveIndex: countSchema.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PlanViolation = z.infer<typeof planViolationSchema>;
/** Cumulative share at the end of each day something changes; `adopted`/`total` in the measure's unit. */
export const adoptionPointSchema = z.object({ date: calendarDateSchema, adopted: countSchema, total: countSchema, ratio: ratioSchema });
export const targetOutcomeSchema = z.object({ ratio: ratioSchema, date: calendarDateSchema, reachedOn: calendarDateSchema.nullable(), met: z.boolean(), shortfall: countSchema });

export const planSchema = z.object({
  schema: z.literal(1),
  /** SHA-256 over the canonical problem, independent of list order. */
  problemHash: z.string(),
  /** SHA-256 over problemHash and the canonical result. */
  planHash: z.string(),
  groups: z.array(moveGroupSchema),
  waves: z.array(waveSchema),
  assignments: z.array(assignmentSchema),
  unassigned: z.array(unassignedSchema),
  violations: z.array(planViolationSchema),
  /** One curve per measure. */
  adoption: z.record(adoptionMeasureSchema, z.array(adoptionPointSchema)),
  targets: z.array(targetOutcomeSchema),
});
export type Plan = z.infer<typeof planSchema>;

/** A change of the settings under which every target is met; see engine/waves/find-relaxations.ts. */
export const relaxationSchema = z.object({
  kind: z.enum(['later-dates', 'lower-shares', 'more-people', 'more-cut-overs', 'people-and-cut-overs']),
  /** Against the present settings: capacities and limits times this; null for changed targets. */
  factor: z.number().nullable(),
  /** Person-days a day in all teams together, beyond those of today. */
  extraPersonDaysPerDay: z.number().min(0),
  settings: planSettingsSchema,
});
export type Relaxation = z.infer<typeof relaxationSchema>;

export const planSummarySchema = z.object({
  id: planIdSchema,
  revision: countSchema,
  name: z.string(),
  createdAt: instantSchema,
  createdBy: z.string(),
  planHash: z.string(),
  waveCount: countSchema,
  assignedCount: countSchema,
  unassignedCount: countSchema,
  violationCount: countSchema,
  targets: z.array(targetOutcomeSchema),
  current: z.boolean(),
});
