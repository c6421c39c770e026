import { z } from 'zod';
import { instantSchema } from '../kernel/calendar-date.ts';
import { hostFactsSchema, sectionNameSchema } from './host-facts.ts';
import { probePlatformSchema } from './probe-platform.ts';

/** Sizes beyond which nothing is read; a bundle comes from elsewhere. */
export const BUNDLE_LIMITS = { fileBytes: 256 * 1024 * 1024, headerBytes: 64 * 1024, bodyBytes: 512 * 1024 * 1024, entryBytes: 8 * 1024 * 1024, hosts: 20_000, depth: 8 } as const;

const base64 = z.string().max(4096).regex(/^[A-Za-z0-9+/]*={0,2}$/);
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** scrypt parameters and the nonce of AES-256-GCM, when the body is encrypted. */
const encryptionSchema = z.strictObject({ kdf: z.literal('scrypt'), N: z.number().int().min(2 ** 14).max(2 ** 20).refine((n) => Number.isInteger(Math.log2(n))), r: z.number().int().min(1).max(16), p: z.number().int().min(1).max(16), salt: base64, nonce: base64 });

/** The first line of a bundle; the second is its Ed25519 signature, the rest its body (docs/bundle.md). */
export const bundleHeaderSchema = z.strictObject({
  format: z.literal('landfall-bundle'),
  version: z.literal(1),
  bundleId: z.string().regex(/^[0-9a-f]{32}$/),
  createdAt: instantSchema,
  toolVersion: z.string().max(40),
  /** Of the script the hosts were sent by this version. */
  scriptSha256: sha256Schema,
  /** Name of the machine that made it. */
  collector: z.string().min(1).max(253),
  /** Public key, base64 of its 32 bytes. */
  publicKey: base64,
  encryption: encryptionSchema.nullable(),
  bodyBytes: z.number().int().min(0),
  bodySha256: sha256Schema,
  hosts: z.number().int().min(0).max(BUNDLE_LIMITS.hosts),
});
export type BundleHeader = z.infer<typeof bundleHeaderSchema>;

/** A section as the host wrote it, secrets masked. */
const framedSchema = z.strictObject({ name: sectionNameSchema, text: z.string(), closed: z.boolean(), skipped: z.boolean() });
/** Names that could pass for a path or hold control characters are refused. */
const plainName = z.string().max(1000).refine((text) => !/[\\/\u0000-\u001f]|^\.\.?$/.test(text));

/** One contact with one host: one line of the body. */
export const bundleEntrySchema = z.strictObject({
  /** Host, port and jump hosts as the collector reached it. */
  place: plainName,
  host: plainName,
  hostKey: z.string().max(200).nullable(),
  departmentName: z.string().max(200).nullable(),
  tag: z.string().max(200).nullable(),
  collectedAt: instantSchema,
  privilege: hostFactsSchema.shape.privilege,
  platform: probePlatformSchema,
  sections: z.array(framedSchema).min(1).max(60),
  /** Hexadecimal, of the JSON of `sections`. */
  sha256: sha256Schema,
});
export type BundleEntry = z.infer<typeof bundleEntrySchema>;

/** Why a bundle is not taken without a person; `bad-signature` and what follows never are. */
export const QUARANTINE_REASONS = ['unknown-signer', 'other-collector', 'future-date', 'refused', 'replayed-id', 'bad-signature'] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];
/** Reasons a person may set aside. */
export const ACCEPTABLE_REASONS: readonly QuarantineReason[] = ['unknown-signer', 'other-collector', 'future-date'];

export const bundleRecordSchema = z.object({
  bundleId: z.string(), collector: z.string(), signer: z.string(), createdAt: instantSchema, hosts: z.number().int(),
  state: z.enum(['imported', 'quarantined', 'refused']), reasons: z.array(z.enum(QUARANTINE_REASONS)), at: instantSchema, by: z.string(),
});
export type BundleRecord = z.infer<typeof bundleRecordSchema>;

/** Who may sign: the fingerprint a collector prints, registered by a person. */
export const bundleSignerSchema = z.object({ fingerprint: z.string(), collector: z.string().nullable(), by: z.string(), at: instantSchema });
export type BundleSigner = z.infer<typeof bundleSignerSchema>;
export const signerFingerprintSchema = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/);
