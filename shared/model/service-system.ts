import { z } from 'zod';
import { departmentIdSchema, systemIdSchema } from '../kernel/ids.ts';
import { calendarDateSchema } from '../kernel/calendar-date.ts';
import { countSchema } from '../kernel/quantities.ts';
import { nameSchema, noteSchema } from './department.ts';

export const CRITICALITIES = ['low', 'medium', 'high', 'vital'] as const;
export const ENVIRONMENTS = ['production', 'staging', 'test', 'development', 'training', 'recovery'] as const;

/** 业务系统: what is migrated and counted as adopted. Unknown is null, never a default. */
export const serviceSystemSchema = z.object({
  id: systemIdSchema,
  name: nameSchema,
  code: z.string().max(60).nullable(),
  departmentId: departmentIdSchema,
  criticality: z.enum(CRITICALITIES).nullable(),
  environment: z.enum(ENVIRONMENTS).nullable(),
  /** Classified-protection level (MLPS 等保) 1..5. */
  protectionLevel: z.number().int().min(1).max(5).nullable(),
  /** Classified systems stay: strategy retain, never scanned, out of the adoption denominator. */
  classified: z.boolean().nullable(),
  owner: z.string().max(200).nullable(),
  /** Longest tolerated interruption in hours. */
  downtimeHours: z.number().min(0).max(8760).nullable(),
  earliestCutOver: calendarDateSchema.nullable(),
  latestCutOver: calendarDateSchema.nullable(),
  note: noteSchema.nullable(),
});
export type ServiceSystem = z.infer<typeof serviceSystemSchema>;
export const systemDraftSchema = serviceSystemSchema.omit({ id: true }).partial().required({ name: true, departmentId: true });
export const systemPatchSchema = serviceSystemSchema.omit({ id: true }).partial();

/** A system with what the inventory adds up for it. */
export const systemSummarySchema = serviceSystemSchema.extend({
  departmentName: z.string(),
  serverCount: countSchema,
  vcpuCount: countSchema,
  memBytes: countSchema,
  usedStorageBytes: countSchema,
});
export type SystemSummary = z.infer<typeof systemSummarySchema>;

/** Links servers to a system: all conditions of a rule must hold; the first matching rule by `rank` wins; a hand-made link beats every rule. */
export const linkRuleSchema = z.object({
  id: z.string().min(1).max(60),
  rank: countSchema,
  systemId: systemIdSchema,
  /** Glob with * and ? over the host name. */
  hostnameGlob: z.string().max(200).nullable(),
  cidr: z.string().max(60).nullable(),
  /** Exact tag from the target list (e.g. the `system` column of the CSV). */
  tag: z.string().max(200).nullable(),
});
export type LinkRule = z.infer<typeof linkRuleSchema>;
