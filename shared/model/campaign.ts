import { z } from 'zod';
import { campaignIdSchema, jobIdSchema, serverIdSchema } from '../kernel/ids.ts';
import { calendarDateSchema, instantSchema } from '../kernel/calendar-date.ts';
import { countSchema } from '../kernel/quantities.ts';
import { hostErrorSchema } from './scan.ts';

/** A time of day on the wall clock, `HH:MM`; `24:00` is the end of the day. */
const clockTimeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** A span of some weekdays (1 = Monday … 7 = Sunday); `to` is later than `from`. */
export const campaignWindowSchema = z.strictObject({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: clockTimeSchema,
  to: clockTimeSchema,
}).refine(({ from, to }) => from < to, { message: 'window' });
export type CampaignWindow = z.infer<typeof campaignWindowSchema>;

/** Which servers are watched, when, for how long and how many at once. Windows are wall-clock times at `utcOffsetMinutes`; the project's quiet hours win over them. */
export const campaignPlanSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Filter of the inventory; empty: every server that was read. */
  filter: z.string().max(2000).default(''),
  firstDay: calendarDateSchema,
  lastDay: calendarDateSchema,
  windows: z.array(campaignWindowSchema).min(1).max(10),
  /** On a month's last day the windows hold whatever the weekday: closing runs load a city's systems then. */
  monthEnd: z.boolean().default(true),
  dwellMinutes: z.number().int().min(1).max(240).default(10),
  atOnce: z.number().int().min(1).max(200).default(50),
  utcOffsetMinutes: z.number().int().min(-840).max(840),
});
export type CampaignPlan = z.infer<typeof campaignPlanSchema>;

/** `missed`: its time passed while nothing ran; `partial`: it was cut, what came counts. */
export const DWELL_STATES = ['planned', 'running', 'done', 'partial', 'failed', 'missed', 'cancelled'] as const;
export const dwellStateSchema = z.enum(DWELL_STATES);
export type DwellState = z.infer<typeof dwellStateSchema>;

export const campaignDwellSchema = z.object({
  serverId: serverIdSchema,
  serverName: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  state: dwellStateSchema,
  attempt: countSchema,
  sampleCount: countSchema,
  /** Flows that no earlier contact had seen. */
  newFlowCount: countSchema,
  rejectedCount: countSchema,
  error: hostErrorSchema.nullable(),
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  /** The newest kept raw text of this dwell. */
  evidenceId: z.string().nullable(),
});

export const campaignSchema = z.object({
  id: campaignIdSchema,
  plan: campaignPlanSchema,
  /** `planned` before its first dwell, `active` until the last one, `ended`, `cancelled`. */
  state: z.enum(['planned', 'active', 'ended', 'cancelled']),
  createdAt: instantSchema,
  createdBy: z.string(),
  serverCount: countSchema,
  counts: z.object({ planned: countSchema, running: countSchema, done: countSchema, partial: countSchema, failed: countSchema, missed: countSchema, cancelled: countSchema }),
  sampleCount: countSchema,
  newFlowCount: countSchema,
  firstAt: instantSchema,
  lastAt: instantSchema,
  /** Start of the next planned dwell; null when none is left. */
  nextAt: instantSchema.nullable(),
  /** Planned dwells whose time is now. */
  dueCount: countSchema,
  /** The job that runs it now, or waits paused. */
  jobId: jobIdSchema.nullable(),
});
export type Campaign = z.infer<typeof campaignSchema>;

/** One hour of the week (UTC, 0 = Monday 00:00): how many servers have samples in it, and how many samples. */
export const coverageCellSchema = z.object({ servers: countSchema, samples: countSchema });
