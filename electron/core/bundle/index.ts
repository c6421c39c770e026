import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { probeSheet } from '../../../agents/probes/probe-sheet.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { bundleContract } from '../../../shared/contract/bundle.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts';
import { APP_VERSION } from '../context/app-version.ts';
import type { CoreContext } from '../context/core-context.ts';
import { writeFileAtomically } from '../files/index.ts';
import { keptContacts } from '../inventory/index.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { formatBundle, openBundle, readBundleBytes, readEntries } from './bundle-file.ts';
import { entryOf } from './entry-of.ts';
import { importBundle } from './import-bundle.ts';
import { readingOf } from './reading-of.ts';
import { fingerprintOf, signingKey } from './signing-key.ts';
import { listBundles, listSigners, refuseBundle, removeSigner, saveSigner } from './store.ts';

async function createBundle(context: CoreContext, dataDir: string, { file, passphrase, overwrite }: ParsedInputOf<'bundle.create'>): Promise<OutputOf<'bundle.create'>> {
  const path = context.files.resolve(file, 'write');
  if (!overwrite && existsSync(path)) throw new AppError('export.target_exists', { path });
  const lines: string[] = [];
  let leftOut = 0;
  for (const contact of keptContacts(context.database())) {
    const entry = entryOf(contact);
    if (entry) lines.push(JSON.stringify(entry));
    else leftOut += 1;
    await nextTurn();
  }
  if (lines.length === 0) throw new AppError('export.nothing_to_export');
  const key = signingKey(dataDir);
  const bundleId = randomBytes(16).toString('hex');
  const naming = { bundleId, createdAt: context.now().toISOString(), toolVersion: APP_VERSION, scriptSha256: probeSheet().sha256, collector: hostname() || 'collector' };
  const bytes = await formatBundle(naming, lines, key, passphrase);
  await writeFileAtomically(path, bytes);
  return { bundleId, hosts: lines.length, leftOut, sizeBytes: bytes.length, encrypted: passphrase !== undefined, signer: fingerprintOf(key.publicKey) };
}

async function inspectBundle(context: CoreContext, { file, passphrase }: ParsedInputOf<'bundle.inspect'>): Promise<OutputOf<'bundle.inspect'>> {
  const bundle = openBundle(await readBundleBytes(context.files.resolve(file, 'read')));
  const { header, signatureValid } = bundle;
  const isOpen = signatureValid && (header.encryption === null || passphrase !== undefined);
  const hosts = (isOpen ? await readEntries(bundle, passphrase) : []).map((entry) => {
    const identity = readingOf(entry, header.collector)?.reading.identity;
    return { place: entry.place, hostname: identity?.hostname ?? entry.host, collectedAt: entry.collectedAt, sections: entry.sections.length };
  });
  const { bundleId, collector, createdAt, toolVersion, scriptSha256 } = header;
  return { bundleId, collector, signer: fingerprintOf(header.publicKey), createdAt, toolVersion, scriptSha256, encrypted: header.encryption !== null, signatureValid, hosts, hostCount: header.hosts };
}

/** Contacts of a project as one signed file, and their way into another project. */
export function createBundleFeature(context: CoreContext, dataDir: string): HandlersOf<typeof bundleContract> {
  const change = (action: string, summary: Record<string, unknown>, work: () => number): { done: true } => {
    context.database().record({ action: `bundle.${action}`, by: context.userName(), summary }, () => {
      if (work() === 0) throw new AppError('record.not_found', { kind: 'bundle', id: Object.values(summary).join(' ') });
    });
    return { done: true };
  };
  const at = () => context.now().toISOString();
  return {
    'bundle.create': (input) => createBundle(context, dataDir, input),
    'bundle.inspect': (input) => inspectBundle(context, input),
    'bundle.import': (input) => importBundle(context, input),
    'bundle.list': () => ({ bundles: listBundles(context.database()) }),
    'bundle.refuse': ({ bundleId }) => change('refuse', { bundleId }, () => refuseBundle(context.database(), bundleId, context.userName(), at())),
    'bundle.listSigners': () => ({ signers: listSigners(context.database()) }),
    'bundle.trustSigner': ({ fingerprint, collector }) =>
      change('trustSigner', { fingerprint }, () => {
        saveSigner(context.database(), { fingerprint, collector, by: context.userName(), at: at() });
        return 1;
      }),
    'bundle.removeSigner': ({ fingerprint }) => change('removeSigner', { fingerprint }, () => removeSigner(context.database(), fingerprint)),
  };
}
