import { z } from 'zod';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { vaultEntrySchema } from '../../../shared/model/vault.ts';

/** Base64 with one way to write each value, so that a changed byte cannot go unnoticed. */
const bytesSchema = z.string().max(200_000).refine((text) => Buffer.from(text, 'base64').toString('base64') === text);

const sealedSchema = z.strictObject({ nonce: bytesSchema, sealed: bytesSchema, tag: bytesSchema });
export type Sealed = z.infer<typeof sealedSchema>;

export const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  /** Bounded, as the file may come from anybody: 2^20 needs 1 GB for a moment. */
  N: z.number().int().min(2 ** 14).max(2 ** 20).refine((n) => Number.isInteger(Math.log2(n))),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(16),
  salt: bytesSchema,
});
export type Kdf = z.infer<typeof kdfSchema>;

const fileSchema = z.strictObject({
  format: z.literal('landfall-vault'),
  version: z.literal(1),
  vaultId: z.string().min(1).max(120),
  kdf: kdfSchema,
  /** The key of the vault, sealed by what the passphrase makes. */
  key: sealedSchema,
  entries: z.array(z.strictObject({ meta: vaultEntrySchema, version: z.number().int().min(1), secret: sealedSchema })).max(2000),
  /** HMAC-SHA-256 of everything above. */
  mac: bytesSchema,
});
export type VaultFile = z.infer<typeof fileSchema>;
export type VaultBody = Omit<VaultFile, 'mac'>;
export type StoredEntry = VaultFile['entries'][number];

/** The same body with its fields in the order of the schema, as they come back from the file. */
export function inOrder(body: VaultBody): VaultBody {
  return fileSchema.omit({ mac: true }).parse(body);
}

/** The text of a vault; equal vaults have equal texts. */
export function formatVault({ format, version, vaultId, kdf, key, entries, mac }: VaultFile): string {
  return `${JSON.stringify({ format, version, vaultId, kdf, key, entries, mac })}\n`;
}

/** What the MAC covers. */
export function macText({ format, version, vaultId, kdf, key, entries }: VaultBody): string {
  return JSON.stringify({ format, version, vaultId, kdf, key, entries });
}

/** Throws `vault.damaged` for anything but a text that `formatVault` has written. */
export function parseVault(text: string): VaultFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new AppError('vault.damaged', {}, { cause: error });
  }
  const parsed = fileSchema.safeParse(json);
  // The schema drops nothing, so a text that is not written back as it was has been tampered with.
  if (!parsed.success || formatVault(parsed.data) !== text) throw new AppError('vault.damaged');
  return parsed.data;
}
