import { z } from 'zod';
import { planIdSchema, systemIdSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { adoptionTargetSchema, planProblemSchema, planSchema, planSettingsSchema, planSummarySchema, planViolationSchema, relaxationSchema } from '../model/plan.ts';
import { strategySchema } from '../model/strategy.ts';
import { command, job, query } from './procedure.ts';
import { emptyInput } from './paging.ts';
import { jobStarted } from './job.ts';

/** What the board and the Gantt need beside the plan itself. */
const planItemViewSchema = z.object({ id: z.string(), name: z.string(), departmentId: z.string(), departmentName: z.string(), serverCount: countSchema, vcpuCount: countSchema, dataBytes: countSchema, strategy: strategySchema, criticality: z.string().nullable(), moves: z.boolean() });

export const planContract = {
  'plan.getSettings': query({ input: emptyInput, output: z.object({ settings: planSettingsSchema }), topics: ['plan'] }),
  'plan.saveSettings': command({ input: z.strictObject({ settings: planSettingsSchema.strict() }), output: z.object({ settings: planSettingsSchema }), topics: ['plan', 'project'], raises: ['plan.invalid_settings', 'plan.precedence_cycle', 'plan.invalid_target'] }),
  /** Targets and start date, when given, are saved to the settings first. The new plan becomes the current one. */
  'plan.create': job({ input: z.strictObject({ name: z.string().max(120).optional(), targets: z.array(adoptionTargetSchema).min(1).max(10).optional(), startDate: planSettingsSchema.shape.startDate.optional() }), output: jobStarted, topics: ['plan', 'job', 'project'], raises: ['plan.no_systems', 'plan.invalid_target', 'plan.precedence_cycle'] }),
  'plan.list': query({ input: emptyInput, output: z.object({ plans: z.array(planSummarySchema) }), topics: ['plan'] }),
  /** Without `planId`: the current plan. */
  'plan.get': query({ input: z.strictObject({ planId: planIdSchema.optional() }), output: z.object({ summary: planSummarySchema, plan: planSchema, settings: planSettingsSchema, items: z.array(planItemViewSchema) }), topics: ['plan'], raises: ['plan.not_found'] }),
  'plan.getProblem': query({ input: emptyInput, output: z.object({ problem: planProblemSchema }), topics: ['plan', 'inventory', 'organisation'] }),
  'plan.check': query({ input: z.strictObject({ planId: planIdSchema.optional() }), output: z.object({ valid: z.boolean(), violations: z.array(planViolationSchema), planHash: z.string(), hashMatches: z.boolean() }), topics: ['plan'], raises: ['plan.not_found'] }),
  /** When targets are missed: the smallest changes tried under which all are met, cheapest first; empty when none is missed. */
  'plan.findRelaxations': query({ input: z.strictObject({ planId: planIdSchema.optional() }), output: z.object({ relaxations: z.array(relaxationSchema) }), topics: ['plan'], raises: ['plan.not_found'] }),
  /** Moves systems (with their move groups) into a wave by hand: pinned, re-scored at once, violations shown, never refused. null unpins. */
  'plan.moveSystems': command({ input: z.strictObject({ systemIds: z.array(systemIdSchema).min(1).max(1000), waveIndex: z.number().int().min(1).nullable() }), output: z.object({ summary: planSummarySchema, violations: z.array(planViolationSchema) }), topics: ['plan', 'project'], raises: ['plan.not_found', 'record.not_found'] }),
  'plan.makeCurrent': command({ input: z.strictObject({ planId: planIdSchema }), output: z.object({ summary: planSummarySchema }), topics: ['plan', 'tracking', 'project'], raises: ['plan.not_found'] }),
} as const;
