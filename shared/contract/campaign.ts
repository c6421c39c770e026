import { z } from 'zod';
import { campaignIdSchema, serverIdSchema } from '../kernel/ids.ts';
import { instantSchema } from '../kernel/calendar-date.ts';
import { countSchema, ratioSchema } from '../kernel/quantities.ts';
import { campaignDwellSchema, campaignPlanSchema, campaignSchema, coverageCellSchema, dwellStateSchema } from '../model/campaign.ts';
import { hostKeyPolicySchema } from '../model/scan.ts';
import { HOURS_OF_WEEK, confidenceSchema } from '../model/utilisation.ts';
import { command, job, query } from './procedure.ts';
import { emptyInput, pageInput, pageOf } from './paging.ts';
import { jobStarted } from './job.ts';
import { credentialSchema } from './scan.ts';

const one = z.strictObject({ campaignId: campaignIdSchema });
const answer = z.object({ campaign: campaignSchema });
const planErrors = ['campaign.no_servers', 'campaign.no_slots', 'campaign.too_large', 'filter.invalid'] as const;

/** How well one server is known by a campaign: share of the week's hours with samples, and the trust its profile has now. */
export const serverCoverageSchema = z.object({
  serverId: serverIdSchema, serverName: z.string(), hourShare: ratioSchema, sampleCount: countSchema,
  dwellsDone: countSchema, dwellsLeft: countSchema, confidence: confidenceSchema.nullable(),
});

/** Watching servers for minutes at a time over days: flows and load that a single contact misses. */
export const campaignContract = {
  'campaign.list': query({ input: emptyInput, output: z.object({ campaigns: z.array(campaignSchema) }), topics: ['campaign'] }),
  'campaign.get': query({ input: one, output: answer, topics: ['campaign'], raises: ['record.not_found'] }),
  /** What a plan would come to, without making it. */
  'campaign.preview': query({
    input: z.strictObject({ plan: campaignPlanSchema }),
    output: z.object({ servers: countSchema, dwells: countSchema, dwellsPerServer: z.object({ low: countSchema, high: countSchema }), firstAt: instantSchema, lastAt: instantSchema, hoursOfWeek: countSchema }),
    topics: ['inventory'], raises: planErrors,
  }),
  /** The servers are those the filter names now and a scan has read; later ones do not join. */
  'campaign.create': command({ input: z.strictObject({ plan: campaignPlanSchema }), output: answer, topics: ['campaign'], raises: planErrors }),
  /** What is planned and not begun is given up; what came stays. Stops the job that runs it. */
  'campaign.cancel': command({ input: one, output: answer, topics: ['campaign', 'job'], raises: ['record.not_found', 'campaign.over'] }),
  /** Works off what is due now and ends; with `wait` it stays until the last dwell. Pausing and starting again loses nothing but the time between. */
  'campaign.run': job({
    input: one.extend({ credential: credentialSchema, hostKeyPolicy: hostKeyPolicySchema.default('strict'), jump: z.string().max(2000).optional(), useSudo: z.boolean().default(true), wait: z.boolean().default(false) }),
    output: jobStarted, topics: ['campaign', 'job'], raises: ['record.not_found', 'campaign.over', 'campaign.running', 'scan.target_invalid', 'scan.identity_unreadable', 'scan.identity_passphrase_needed', 'scan.agent_unavailable'],
  }),
  /** In a project of the sample city: its embedded servers answer, nobody logs in anywhere else. */
  'campaign.runSample': job({ input: one.extend({ wait: z.boolean().default(false) }), output: jobStarted, topics: ['campaign', 'job'], raises: ['record.not_found', 'campaign.over', 'campaign.running'] }),
  'campaign.listDwells': query({ input: one.extend({ states: z.array(dwellStateSchema).optional(), serverId: serverIdSchema.optional(), ...pageInput }), output: pageOf(campaignDwellSchema), topics: ['campaign'], raises: ['record.not_found'] }),
  /** The week as 168 cells, over all servers of the campaign or for one. */
  'campaign.getCoverage': query({
    input: one.extend({ serverId: serverIdSchema.optional() }),
    output: z.object({ servers: countSchema, meanHourShare: ratioSchema, cells: z.array(coverageCellSchema).length(HOURS_OF_WEEK) }),
    topics: ['campaign'], raises: ['record.not_found'],
  }),
  /** Worst covered first. */
  'campaign.listCoverage': query({ input: one.extend(pageInput), output: pageOf(serverCoverageSchema), topics: ['campaign', 'profile'], raises: ['record.not_found'] }),
  /** The exact script a dwell sends, its SHA-256, and what it starts and reads: what a security officer signs. */
  'campaign.getScript': query({ input: emptyInput, output: z.object({ script: z.string(), sha256: z.string(), commands: z.array(z.string()), reads: z.array(z.string()) }), access: 'open' }),
} as const;
