import { z } from 'zod';
import { credentialIdSchema, fileTokenSchema } from '../kernel/ids.ts';
import { countSchema } from '../kernel/quantities.ts';
import { credentialScopeSchema, vaultEntrySchema, vaultStatusSchema } from '../model/vault.ts';
import { command, query } from './procedure.ts';
import { emptyInput } from './paging.ts';

/** Shorter ones are refused: whoever takes the file can try as many as the computer is fast. */
export const MIN_PASSPHRASE_LENGTH = 12;
const newPassphrase = z.string().min(MIN_PASSPHRASE_LENGTH).max(1000);
const passphrase = z.string().min(1).max(1000);
const status = z.object({ status: vaultStatusSchema });
const one = z.object({ entry: vaultEntrySchema });
const named = { name: vaultEntrySchema.shape.name, user: vaultEntrySchema.shape.user.default(null), scope: credentialScopeSchema.default({ departments: [], hosts: [] }) };

const secretSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('key-file'), file: fileTokenSchema, passphrase: z.string().max(1000).optional() }),
]);
const KEY_ERRORS = ['scan.identity_unreadable', 'scan.identity_passphrase_needed', 'file.unknown_token'] as const;

/**
 * Credentials kept beside the project in a file of their own, sealed by a passphrase. Secrets cross this boundary inwards
 * only: they are set, tried, renamed and removed, and no procedure returns one.
 */
export const vaultContract = {
  'vault.getStatus': query({ input: emptyInput, output: status, topics: ['vault', 'project'] }),
  'vault.create': command({ input: z.strictObject({ passphrase: newPassphrase }), output: status, topics: ['vault'], raises: ['vault.exists'] }),
  'vault.unlock': command({ input: z.strictObject({ passphrase }), output: status, access: 'project', topics: ['vault'], raises: ['vault.none', 'vault.unlock_failed', 'vault.wait', 'vault.damaged'] }),
  'vault.lock': command({ input: emptyInput, output: status, access: 'project', topics: ['vault'] }),
  'vault.changePassphrase': command({ input: z.strictObject({ passphrase, newPassphrase }), output: status, topics: ['vault'], raises: ['vault.none', 'vault.unlock_failed', 'vault.wait', 'vault.damaged'] }),
  'vault.list': query({ input: emptyInput, output: z.object({ entries: z.array(vaultEntrySchema) }), topics: ['vault', 'project'], raises: ['vault.none', 'vault.locked'] }),
  'vault.add': command({ input: z.strictObject({ ...named, secret: secretSchema }), output: one, topics: ['vault'], raises: ['vault.none', 'vault.locked', 'record.duplicate_name', 'record.stale', ...KEY_ERRORS] }),
  /** A new secret, name, account or scope for a stored credential; what is left out stays. */
  'vault.update': command({ input: z.strictObject({ id: credentialIdSchema, name: named.name.optional(), user: vaultEntrySchema.shape.user.optional(), scope: credentialScopeSchema.optional(), secret: secretSchema.optional() }), output: one, topics: ['vault'], raises: ['vault.none', 'vault.locked', 'record.not_found', 'record.duplicate_name', 'record.stale', ...KEY_ERRORS] }),
  'vault.remove': command({ input: z.strictObject({ id: credentialIdSchema }), output: z.object({ removed: countSchema }), topics: ['vault'], raises: ['vault.none', 'vault.locked', 'record.not_found', 'record.stale'] }),
  /** Opens every stored secret and says how many; that one of them fits a host is shown by `scan.runPreflight`. */
  'vault.check': command({ input: emptyInput, output: z.object({ checked: countSchema }), access: 'project', topics: [], raises: ['vault.none', 'vault.locked', 'vault.damaged'] }),
} as const;
