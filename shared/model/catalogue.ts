import { z } from 'zod';
import { bytesSchema, countSchema, moneyMinorSchema, ratioSchema } from '../kernel/quantities.ts';
import { calendarDateSchema } from '../kernel/calendar-date.ts';

/** The nine support services of the government cloud. */
export const SERVICE_CATEGORIES = ['computing', 'storage', 'networking', 'security', 'database', 'middleware', 'basic-software', 'data-sharing', 'operations'] as const;
export const CLOUD_LAYERS = ['IaaS', 'PaaS', 'SaaS', 'DaaS'] as const;

const keySchema = z.string().min(1).max(80).regex(/^[A-Za-z0-9._-]+$/);

export const flavourSchema = z.object({
  id: keySchema,
  name: z.string().min(1).max(120),
  family: z.string().max(80),
  vcpuCount: countSchema.min(1),
  memBytes: bytesSchema.min(1),
  /** CPU architectures the flavour runs, as uname -m names them. */
  architecture: z.enum(['x86_64', 'aarch64', 'loongarch64']),
  pricePerMonthMinor: moneyMinorSchema.min(0),
});
export type Flavour = z.infer<typeof flavourSchema>;

export const catalogueServiceSchema = z.object({
  id: keySchema,
  name: z.string().min(1).max(120),
  category: z.enum(SERVICE_CATEGORIES),
  layer: z.enum(CLOUD_LAYERS),
  unit: z.string().max(40),
  pricePerUnitMonthMinor: moneyMinorSchema.min(0),
  leadTimeDays: countSchema.max(3650),
});

export const catalogueSchema = z.object({
  schema: z.literal(1),
  name: z.string().min(1).max(120),
  version: z.string().min(1).max(40),
  validFrom: calendarDateSchema,
  validTo: calendarDateSchema.nullable(),
  /** ISO 4217. */
  currency: z.string().length(3),
  flavours: z.array(flavourSchema).min(1).max(2000),
  services: z.array(catalogueServiceSchema).max(2000),
  /** Price of one GiB of block storage for a month, used for every server's disks. */
  storagePerGibMonthMinor: moneyMinorSchema.min(0),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

/** Which reading of the load decides the size and how much room is kept above it. */
export const sizingPolicySchema = z.object({
  percentile: z.enum(['p90', 'p95', 'p99', 'max']),
  cpuHeadroomRatio: ratioSchema,
  memHeadroomRatio: ratioSchema,
  /** Below this confidence the size stays as allocated. */
  minConfidenceScore: countSchema.max(100),
});
export type SizingPolicy = z.infer<typeof sizingPolicySchema>;

export const sizingSchema = z.object({
  basis: z.enum(['measured', 'as-allocated', 'none']),
  flavourId: keySchema.nullable(),
  requiredVcpu: z.number().nullable(),
  requiredMemBytes: bytesSchema.nullable(),
  /** i18n keys under `profile:sizingReason` with their values. */
  reasons: z.array(z.object({ key: z.enum(['measuredLoad', 'lowConfidence', 'noUtilisation', 'noAllocation', 'noFlavourFits', 'noArchitecture', 'nextSmallerCpu', 'nextSmallerMemory', 'cheapest']), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  pricePerMonthMinor: moneyMinorSchema.nullable(),
});
export type Sizing = z.infer<typeof sizingSchema>;
