import { z } from 'zod';
import { evidenceIdSchema, serverIdSchema, systemIdSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { instantSchema } from '../kernel/calendar-date.ts';
import { hostFactsSchema, sectionNameSchema, sectionReportSchema } from '../model/host-facts.ts';
import { serverIdentitySchema } from '../model/identity.ts';
import { evidenceRefSchema } from '../model/provenance.ts';
import { fieldObservationSchema, serverSchema } from '../model/server.ts';
import { serverProfileSchema, utilisationHistorySchema } from '../model/utilisation.ts';
import { command, query } from './procedure.ts';
import { doneOutput, emptyInput, pageInput, pageOf } from './paging.ts';

/** The filter text is the grammar of engine/filter: `os:kylin mem>64G !dept:财政 "free words"`. */
const filterText = z.string().max(2000).default('');
const sortSchema = z.array(z.strictObject({ field: z.string().max(60), descending: z.boolean() })).max(3).default([]);

export const serverDetailSchema = z.object({
  server: serverSchema,
  /** All known values per field; the first is in force. */
  observations: z.record(z.string(), z.array(fieldObservationSchema)),
  facts: hostFactsSchema.omit({ sections: true, history: true }).partial().nullable(),
  sections: z.array(sectionReportSchema.extend({ evidence: evidenceRefSchema.nullable() })),
  history: utilisationHistorySchema.nullable(),
  profile: serverProfileSchema.nullable(),
  scans: z.array(z.object({ at: instantSchema, state: z.string(), errorCode: z.string().nullable() })),
  /** By which names it is known, why they are one machine, what it shares with other servers. */
  identity: serverIdentitySchema,
});

export const flowRowSchema = z.object({
  fromServerId: serverIdSchema.nullable(), fromName: z.string(), toServerId: serverIdSchema.nullable(), toName: z.string(),
  transport: z.enum(['tcp', 'udp']), port: countSchema, processName: z.string().nullable(), connections: countSchema, firstSeenAt: instantSchema, lastSeenAt: instantSchema,
});

export const savedViewSchema = z.object({ id: z.string(), name: z.string().min(1).max(80), screen: z.enum(['inventory', 'systems']), query: z.string().max(4000) });

/** Servers as they are now, with the evidence behind each value. */
export const inventoryContract = {
  'inventory.listServers': query({
    input: z.strictObject({ filter: filterText, sort: sortSchema, ...pageInput }),
    output: pageOf(serverSchema).extend({ totals: z.object({ vcpuCount: countSchema, memBytes: countSchema, diskBytes: countSchema, usedStorageBytes: countSchema }) }),
    topics: ['inventory', 'organisation', 'profile'], raises: ['filter.invalid'],
  }),
  'inventory.getServer': query({ input: z.strictObject({ serverId: serverIdSchema }), output: serverDetailSchema, topics: ['inventory', 'organisation', 'profile'], raises: ['record.not_found'] }),
  'inventory.getEvidence': query({ input: z.strictObject({ evidenceId: evidenceIdSchema, section: sectionNameSchema.optional() }), output: z.object({ text: z.string(), truncated: z.boolean(), collectedAt: instantSchema, sha256: z.string() }), raises: ['record.not_found'] }),
  'inventory.listFlows': query({ input: z.strictObject({ serverId: serverIdSchema.optional(), systemId: systemIdSchema.optional(), ...pageInput }), output: pageOf(flowRowSchema), topics: ['inventory', 'organisation'] }),
  /** Overrides win over every scan until they are cleared (value null clears). All rows change in one undoable step. */
  'inventory.editServers': command({ input: z.strictObject({ serverIds: z.array(serverIdSchema).min(1).max(20_000), changes: z.record(z.string(), z.union([z.string().max(4000), z.number(), z.null()])) }), output: z.object({ changed: countSchema }), topics: ['inventory', 'organisation', 'project'], raises: ['record.not_found', 'request.invalid_input'] }),
  /** By hand; null cuts the link and lets the rules decide again. */
  'inventory.linkServers': command({ input: z.strictObject({ serverIds: z.array(serverIdSchema).min(1).max(20_000), systemId: systemIdSchema.nullable() }), output: z.object({ changed: countSchema }), topics: ['inventory', 'organisation', 'project'], raises: ['record.not_found'] }),
  /** What was met at `place` becomes a server of its own; that holds until `rejoinServer`. Answers the new server. */
  'inventory.splitServer': command({ input: z.strictObject({ serverId: serverIdSchema, place: z.string().min(1).max(1000) }), output: z.object({ serverId: serverIdSchema }), topics: ['inventory', 'organisation', 'profile', 'project'], raises: ['record.not_found', 'identity.only_place'] }),
  /** Takes back what a person has said about the places of a server; answers the server it then is. */
  'inventory.rejoinServer': command({ input: z.strictObject({ serverId: serverIdSchema }), output: z.object({ serverId: serverIdSchema, removed: countSchema }), topics: ['inventory', 'organisation', 'profile', 'project'], raises: ['record.not_found'] }),
  /** Fields where two contacts of one time say different things; `inventory.editServers` of the field decides. The last value of a row is in force until then. */
  'inventory.listConflicts': query({ input: emptyInput, output: z.object({ conflicts: z.array(z.object({ serverId: serverIdSchema, hostname: z.string(), field: z.string(), at: instantSchema, values: z.array(z.object({ value: z.union([z.string(), z.number(), z.null()]), by: z.string() })) })) }), topics: ['inventory'] }),
  'inventory.suggestFilter': query({ input: z.strictObject({ text: z.string().max(2000), caret: countSchema }), output: z.object({ suggestions: z.array(z.object({ insert: z.string(), label: z.string(), count: countSchema.nullable() })), problem: z.object({ at: countSchema, reason: z.string() }).nullable() }), topics: ['inventory'] }),
  'inventory.listViews': query({ input: emptyInput, output: z.object({ views: z.array(savedViewSchema) }), topics: ['settings'] }),
  'inventory.saveView': command({ input: savedViewSchema.omit({ id: true }).strict(), output: z.object({ view: savedViewSchema }), topics: ['settings'] }),
  'inventory.deleteView': command({ input: z.strictObject({ id: z.string().max(80) }), output: doneOutput, topics: ['settings'], raises: ['record.not_found'] }),
} as const;
