import { z } from 'zod';
import { instantSchema } from '../kernel/calendar-date.ts';
import { fileTokenSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { bundleRecordSchema, bundleSignerSchema, signerFingerprintSchema } from '../model/bundle.ts';
import { command, query } from './procedure.ts';
import { doneOutput, emptyInput } from './paging.ts';

const passphrase = z.string().min(1).max(1000).optional();
const READING = ['file.unknown_token', 'file.not_found', 'bundle.unreadable', 'bundle.too_large', 'bundle.passphrase_needed', 'bundle.passphrase_wrong'] as const;

/** Contacts of a project as one signed file, and their way into another project: without a network between the two. */
export const bundleContract = {
  /** Writes the latest contact of every name and place a server is known by. Made with the key of this computer's account. */
  'bundle.create': command({
    input: z.strictObject({ file: fileTokenSchema, passphrase: z.string().min(12).max(1000).optional(), overwrite: z.boolean().default(false) }),
    /** `leftOut`: contacts read by other means than the probe, which cannot be read anew. */
    output: z.object({ bundleId: z.string(), hosts: countSchema, leftOut: countSchema, sizeBytes: countSchema, encrypted: z.boolean(), signer: z.string() }),
    access: 'project', raises: ['export.target_exists', 'export.nothing_to_export', 'file.unknown_token'],
  }),
  /** What a bundle says of itself, and whether it is whole; nothing is stored. */
  'bundle.inspect': query({
    input: z.strictObject({ file: fileTokenSchema, passphrase }), access: 'open', raises: READING,
    output: z.object({
      bundleId: z.string(), collector: z.string(), signer: z.string(), createdAt: instantSchema, toolVersion: z.string(), scriptSha256: z.string(), encrypted: z.boolean(), signatureValid: z.boolean(),
      /** Empty while an encrypted body stays closed, or when the signature is not valid. */
      hosts: z.array(z.object({ place: z.string(), hostname: z.string(), collectedAt: instantSchema, sections: countSchema })), hostCount: countSchema,
    }),
  }),
  /** All of it or nothing. A second time changes nothing. `accept`: a person sets aside that the signer is not known, the date or the collector. */
  'bundle.import': command({
    input: z.strictObject({ file: fileTokenSchema, passphrase, accept: z.boolean().default(false) }),
    output: z.object({ bundleId: z.string(), outcome: z.enum(['imported', 'already-imported']), hosts: countSchema, created: countSchema, added: countSchema, unreadable: countSchema }),
    topics: ['inventory', 'organisation', 'profile', 'project', 'scan'], raises: [...READING, 'bundle.quarantined'],
  }),
  'bundle.list': query({ input: emptyInput, output: z.object({ bundles: z.array(bundleRecordSchema) }), topics: ['inventory', 'scan'] }),
  /** A quarantined bundle is never taken from then on. */
  'bundle.refuse': command({ input: z.strictObject({ bundleId: z.string().max(64) }), output: doneOutput, topics: ['scan'], raises: ['record.not_found'] }),
  'bundle.listSigners': query({ input: emptyInput, output: z.object({ signers: z.array(bundleSignerSchema) }), topics: ['scan'] }),
  /** By the fingerprint the collector printed; `collector` binds it to one machine's name. */
  'bundle.trustSigner': command({ input: z.strictObject({ fingerprint: signerFingerprintSchema, collector: z.string().min(1).max(253).nullable().default(null) }), output: doneOutput, topics: ['scan'] }),
  'bundle.removeSigner': command({ input: z.strictObject({ fingerprint: signerFingerprintSchema }), output: doneOutput, topics: ['scan'], raises: ['record.not_found'] }),
} as const;
