import { createHash, sign, verify } from 'node:crypto';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { BUNDLE_LIMITS, bundleEntrySchema, bundleHeaderSchema, type BundleEntry, type BundleHeader } from '../../../shared/model/bundle.ts';
import { jsonDepth } from './json-depth.ts';
import { sealBody, unsealBody } from './seal-body.ts';
import { publicKeyOf, type SigningKey } from './signing-key.ts';

const pack = promisify(gzip);
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);
const NEW_LINE = 10;

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Hexadecimal digest of an entry's sections. */
export function digestOf(sections: BundleEntry['sections']): string {
  return sha256(JSON.stringify(sections.map(({ name, text, closed, skipped }) => [name, text, closed, skipped])));
}

export interface OpenedBundle {
  readonly header: BundleHeader;
  /** False: nothing of the rest may be believed. */
  readonly signatureValid: boolean;
  readonly body: Buffer;
}

type Naming = Omit<BundleHeader, 'format' | 'version' | 'publicKey' | 'encryption' | 'bodyBytes' | 'bodySha256' | 'hosts'>;

/** The bytes of a bundle. `lines`: entries as JSON, one for each host. */
export async function formatBundle(naming: Naming, lines: readonly string[], key: SigningKey, passphrase: string | undefined): Promise<Buffer> {
  const packed = await pack(Buffer.from(lines.map((line) => `${line}\n`).join('')));
  const { body, encryption } = passphrase === undefined ? { body: packed, encryption: null } : await sealBody(packed, passphrase);
  const header: BundleHeader = { format: 'landfall-bundle', version: 1, ...naming, publicKey: key.publicKey, encryption, bodyBytes: body.length, bodySha256: sha256(body), hosts: lines.length };
  const first = Buffer.from(`${JSON.stringify(header)}\n`);
  return Buffer.concat([first, Buffer.from(`${sign(null, first, key.privateKey).toString('base64')}\n`), body]);
}

function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError('bundle.unreadable', { reason }, cause === undefined ? {} : { cause });
}

function parseJson(line: Buffer): unknown {
  if (jsonDepth(line) > BUNDLE_LIMITS.depth) throw unreadable('depth');
  try {
    return JSON.parse(line.toString('utf8'));
  } catch (error) {
    throw unreadable('json', error);
  }
}

function isSigned(header: BundleHeader, first: Buffer, signature: string): boolean {
  try {
    return verify(null, first, publicKeyOf(header.publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** Throws `bundle.unreadable` for what is no bundle; a bundle that was changed or cut is one with a wrong signature. */
export function openBundle(bytes: Buffer): OpenedBundle {
  const firstEnd = bytes.subarray(0, BUNDLE_LIMITS.headerBytes).indexOf(NEW_LINE);
  const secondEnd = firstEnd < 0 ? -1 : bytes.subarray(0, firstEnd + 300).indexOf(NEW_LINE, firstEnd + 1);
  if (firstEnd < 0 || secondEnd < 0) throw unreadable('header');
  const first = bytes.subarray(0, firstEnd + 1);
  const parsed = bundleHeaderSchema.safeParse(parseJson(first));
  if (!parsed.success) throw unreadable('header', parsed.error);
  const body = bytes.subarray(secondEnd + 1);
  const whole = body.length === parsed.data.bodyBytes && sha256(body) === parsed.data.bodySha256;
  return { header: parsed.data, body, signatureValid: whole && isSigned(parsed.data, first, bytes.subarray(firstEnd + 1, secondEnd).toString('latin1')) };
}

async function plainBody({ header, body }: OpenedBundle, passphrase: string | undefined): Promise<Buffer> {
  const { encryption } = header;
  if (encryption !== null && passphrase === undefined) throw new AppError('bundle.passphrase_needed');
  const packed = encryption === null ? body : await unsealBody(body, passphrase ?? '', encryption);
  if (packed === undefined) throw new AppError('bundle.passphrase_wrong');
  try {
    return await unpack(packed, { maxOutputLength: BUNDLE_LIMITS.bodyBytes });
  } catch (error) {
    throw error instanceof RangeError ? new AppError('bundle.too_large', { maxBytes: BUNDLE_LIMITS.bodyBytes }, { cause: error }) : unreadable('body', error);
  }
}

/**
 * The hosts of a bundle whose signature is valid. Throws `bundle.passphrase_needed`, `bundle.passphrase_wrong`, `bundle.too_large`,
 * and `bundle.unreadable` when an entry is not as it should be, whatever its signature says.
 */
export async function readEntries(bundle: OpenedBundle, passphrase: string | undefined): Promise<BundleEntry[]> {
  const plain = await plainBody(bundle, passphrase);
  const entries: BundleEntry[] = [];
  for (let start = 0; start < plain.length; ) {
    const found = plain.indexOf(NEW_LINE, start);
    const end = found < 0 ? plain.length : found;
    if (end - start > BUNDLE_LIMITS.entryBytes || entries.length >= BUNDLE_LIMITS.hosts) throw new AppError('bundle.too_large', { maxBytes: BUNDLE_LIMITS.entryBytes });
    const parsed = bundleEntrySchema.safeParse(parseJson(plain.subarray(start, end)));
    if (!parsed.success) throw unreadable(parsed.error.issues[0]?.path.join('.') || 'entry', parsed.error);
    if (digestOf(parsed.data.sections) !== parsed.data.sha256) throw unreadable('digest');
    entries.push(parsed.data);
    start = end + 1;
  }
  if (entries.length !== bundle.header.hosts) throw unreadable('count');
  return entries;
}

/** Throws `file.not_found` or `bundle.too_large`, before anything large is in memory. */
export async function readBundleBytes(path: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new AppError('file.not_found', { path }, { cause: error });
  });
  try {
    const known = await handle.stat();
    if (!known.isFile()) throw new AppError('file.not_found', { path });
    if (known.size > BUNDLE_LIMITS.fileBytes) throw new AppError('bundle.too_large', { maxBytes: BUNDLE_LIMITS.fileBytes });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
