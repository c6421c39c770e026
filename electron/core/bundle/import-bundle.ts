import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts';
import { ACCEPTABLE_REASONS, type BundleEntry, type BundleHeader, type QuarantineReason } from '../../../shared/model/bundle.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { recordDatedFacts } from '../inventory/index.ts';
import { openBundle, readBundleBytes, readEntries } from './bundle-file.ts';
import { judgeBundle } from './judge-bundle.ts';
import { readingOf, type EntryReading } from './reading-of.ts';
import { fingerprintOf } from './signing-key.ts';
import { findBundle, findSigner, saveBundle, type StoredBundle } from './store.ts';

type Imported = OutputOf<'bundle.import'>;

function recordOf(header: BundleHeader, state: StoredBundle['state'], reasons: StoredBundle['reasons'], by: string, at: string): StoredBundle {
  const { bundleId, collector, createdAt, hosts, bodySha256 } = header;
  return { bundleId, collector, signer: fingerprintOf(header.publicKey), createdAt, hosts, state, reasons, at, by, bodySha256 };
}

/** Lists it, unless a bundle of this id is known: that one is not touched by a forged one. */
function quarantine(context: CoreContext, header: BundleHeader, reasons: QuarantineReason[]): never {
  const database = context.database();
  const by = context.userName();
  const { bundleId, collector } = header;
  if (findBundle(database, bundleId) === undefined) {
    database.record({ action: 'bundle.quarantine', by, summary: { bundleId, collector, reasons: reasons.join(', ') } }, () => saveBundle(database, recordOf(header, 'quarantined', reasons, by, context.now().toISOString())));
  }
  throw new AppError('bundle.quarantined', { bundleId, collector, signer: fingerprintOf(header.publicKey), reasons: reasons.join(', '), acceptable: reasons.every((reason) => ACCEPTABLE_REASONS.includes(reason)) });
}

/** Parsing takes milliseconds for a host; others come between. */
async function readAll(entries: readonly BundleEntry[], collector: string): Promise<EntryReading[]> {
  const readings: EntryReading[] = [];
  for (const entry of entries) {
    const reading = readingOf(entry, collector);
    if (reading) readings.push(reading);
    await nextTurn();
  }
  return readings;
}

function store(database: ProjectDatabase, header: BundleHeader, readings: readonly EntryReading[], { userName, now, newId }: Pick<CoreContext, 'userName' | 'now' | 'newId'>): Pick<Imported, 'created' | 'added'> {
  const { bundleId, collector } = header;
  const by = userName();
  const run = { id: null, by: `bundle:${collector}:${bundleId.slice(0, 12)}` };
  return database.record({ action: 'bundle.import', by, summary: { bundleId, collector, hosts: readings.length } }, () => {
    const results = readings.map((reading) => recordDatedFacts(database, { ...reading, run, newId }));
    saveBundle(database, recordOf(header, 'imported', [], by, now().toISOString()));
    return { created: results.filter((result) => result.created).length, added: results.filter((result) => result.added).length };
  });
}

/** All of a bundle in one transaction. Throws what reading it throws, and `bundle.quarantined`. */
export async function importBundle(context: CoreContext, { file, passphrase, accept }: ParsedInputOf<'bundle.import'>): Promise<Imported> {
  const bundle = openBundle(await readBundleBytes(context.files.resolve(file, 'read')));
  const { header, signatureValid } = bundle;
  const known = findBundle(context.database(), header.bundleId);
  const question = { header, signatureValid, signer: findSigner(context.database(), fingerprintOf(header.publicKey)), known, now: context.now().toISOString() };
  const early = judgeBundle({ ...question, latestAt: '' });
  const isRefused = (reasons: readonly QuarantineReason[]): boolean => reasons.some((reason) => !accept || !ACCEPTABLE_REASONS.includes(reason));
  if (isRefused(early)) quarantine(context, header, early);
  const entries = await readEntries(bundle, passphrase);
  const reasons = judgeBundle({ ...question, latestAt: entries.map((entry) => entry.collectedAt).sort().at(-1) ?? '' });
  if (isRefused(reasons)) quarantine(context, header, reasons);
  const result = { bundleId: header.bundleId, hosts: entries.length };
  if (known?.state === 'imported') return { ...result, outcome: 'already-imported', created: 0, added: 0, unreadable: 0 };
  const readings = await readAll(entries, header.collector);
  return { ...result, outcome: 'imported', ...store(context.database(), header, readings, context), unreadable: entries.length - readings.length };
}
