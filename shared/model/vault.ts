import { z } from 'zod';
import { instantSchema } from '../kernel/calendar-date.ts';
import { credentialIdSchema } from '../kernel/ids.ts';

/**
 * Where a stored credential may be used: on hosts of one of the departments (by name), or on hosts that match one of the patterns
 * (`10.1.0.0/16`, `*.housing.example`, an address). Both empty: anywhere.
 */
export const credentialScopeSchema = z.strictObject({
  departments: z.array(z.string().min(1).max(200)).max(500),
  hosts: z.array(z.string().min(1).max(253).regex(/^[A-Za-z0-9.:%_*?/\-\u0080-\uffff]+$/)).max(500),
});
export type CredentialScope = z.infer<typeof credentialScopeSchema>;

/** What is told of a stored credential; the secret itself is told by nothing. */
export const vaultEntrySchema = z.strictObject({
  id: credentialIdSchema,
  name: z.string().min(1).max(120),
  kind: z.enum(['password', 'key']),
  /** Account for targets that name none. */
  user: z.string().min(1).max(64).nullable(),
  scope: credentialScopeSchema,
  /** `SHA256:…` of a key's public half; null for a password: its digest would help to guess it. */
  fingerprintSha256: z.string().nullable(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});
export type VaultEntry = z.infer<typeof vaultEntrySchema>;

export const vaultStatusSchema = z.object({
  state: z.enum(['none', 'locked', 'unlocked']),
  /** File name beside the project. */
  fileName: z.string(),
  /** When it locks itself if nothing is done with it; null while it is locked. */
  locksAt: instantSchema.nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;
