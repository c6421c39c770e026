import { z } from 'zod';
import { serverIdSchema, systemIdSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { sizingSchema } from '../model/catalogue.ts';
import { strategyResultSchema, strategyRuleSchema, strategySchema } from '../model/strategy.ts';
import { confidenceSchema } from '../model/utilisation.ts';
import { command, query } from './procedure.ts';
import { emptyInput, pageInput, pageOf } from './paging.ts';

const serverAssessmentSchema = z.object({ serverId: serverIdSchema, hostname: z.string(), systemName: z.string().nullable(), vcpuCount: countSchema.nullable(), memBytes: countSchema.nullable(), cpuP95Ratio: z.number().nullable(), memP95Ratio: z.number().nullable(), confidence: confidenceSchema, sizing: sizingSchema, flavourName: z.string().nullable() });
const systemAssessmentSchema = z.object({ systemId: systemIdSchema, name: z.string(), departmentName: z.string(), serverCount: countSchema, result: strategyResultSchema, overridden: z.boolean(), pricePerMonthMinor: countSchema, currency: z.string() });

/** Right-sizing per server and strategy per system; derived on demand from facts, catalogue and rules, always with reasons. */
export const assessmentContract = {
  'assessment.listServers': query({ input: z.strictObject({ filter: z.string().max(2000).default(''), ...pageInput }), output: pageOf(serverAssessmentSchema), topics: ['inventory', 'profile', 'catalogue', 'organisation'], raises: ['filter.invalid'] }),
  'assessment.listSystems': query({ input: z.strictObject({ text: z.string().max(200).default(''), strategies: z.array(strategySchema).optional(), ...pageInput }), output: pageOf(systemAssessmentSchema).extend({ byStrategy: z.record(strategySchema, countSchema) }), topics: ['inventory', 'profile', 'catalogue', 'organisation', 'plan'] }),
  'assessment.getServer': query({ input: z.strictObject({ serverId: serverIdSchema }), output: z.object({ assessment: serverAssessmentSchema }), topics: ['inventory', 'profile', 'catalogue'], raises: ['record.not_found'] }),
  'assessment.getRules': query({ input: emptyInput, output: z.object({ rules: z.array(strategyRuleSchema) }), topics: ['plan'] }),
  'assessment.saveRules': command({ input: z.strictObject({ rules: z.array(strategyRuleSchema).min(1).max(200) }), output: z.object({ rules: z.array(strategyRuleSchema) }), topics: ['plan', 'project'] }),
  'assessment.overrideStrategy': command({ input: z.strictObject({ systemIds: z.array(systemIdSchema).min(1).max(5000), strategy: strategySchema.nullable(), reason: z.string().max(400) }), output: z.object({ changed: countSchema }), topics: ['plan', 'project'], raises: ['record.not_found'] }),
} as const;
