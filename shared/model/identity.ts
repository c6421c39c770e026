import { z } from 'zod';
import { instantSchema } from '../kernel/calendar-date.ts';
import { serverIdSchema } from '../kernel/ids.ts';

/** What two contacts are compared by, to tell whether they met one machine. */
export const IDENTITY_KINDS = ['machine-id', 'product-uuid', 'mac', 'host-key', 'hostname', 'address', 'place'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** One comparison that spoke: `weight` is above 0 when it says "the same machine", below 0 when it says "another one". */
export const identityEvidenceSchema = z.object({ kind: z.enum(IDENTITY_KINDS), weight: z.number(), value: z.string() });
export type IdentityEvidence = z.infer<typeof identityEvidenceSchema>;

/** One name and place a server is known by. */
export const sightingSchema = z.object({
  /** Host, port and jump hosts of the target; the text that names it when it is taken apart. */
  place: z.string(),
  hostname: z.string(),
  addresses: z.array(z.string()),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  /** The scan that met it last. */
  runId: z.string().nullable(),
  by: z.string(),
  /** Why it is the same machine as the others: against the one it fits best; empty for a server known by one. */
  because: z.array(identityEvidenceSchema),
});

export const IDENTITY_FINDINGS = ['cloned-machine-id', 'cloned-host-key'] as const;
/** Something that ought to be unique is not: the other servers that have it too. */
export const identityFindingSchema = z.object({
  kind: z.enum(IDENTITY_FINDINGS),
  value: z.string(),
  /** Of all others; the list is cut after the first. */
  count: z.number().int(),
  servers: z.array(z.object({ id: serverIdSchema, hostname: z.string() })),
});

export const serverIdentitySchema = z.object({
  sightings: z.array(sightingSchema),
  findings: z.array(identityFindingSchema),
  /** Places a person has taken from this server. */
  keptApart: z.array(z.object({ place: z.string(), otherPlace: z.string(), by: z.string(), at: instantSchema })),
});
