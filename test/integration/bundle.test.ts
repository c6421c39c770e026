import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProbe } from '../../agents/probes/parse-probe.ts';
import { digestOf, openBundle } from '../../electron/core/bundle/bundle-file.ts';
import { jsonDepth } from '../../electron/core/bundle/json-depth.ts';
import { readingOf } from '../../electron/core/bundle/reading-of.ts';
import { createProjectFile, openProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore, formatEvidence, readHost, recordDatedFacts, recordHostFacts } from '../../electron/core/inventory/index.ts';
import { listConflicts } from '../../electron/core/inventory/dated/store.ts';
import type { BundleEntry, BundleHeader } from '../../shared/model/bundle.ts';
import { HOST_ERROR_CODES } from '../../shared/model/scan.ts';
import { countingIds } from '../support/builders.ts';
import { startCore, type CoreFixture } from '../support/core-fixture.ts';
import { openTestProject } from '../support/open-test-project.ts';

const CAPTURES = join(import.meta.dirname, '../../agents/probes/fixtures');
const NONCE = 'f'.repeat(24);
/** Before the clock of any run of this test. */
const AT = '2026-01-05T08:00:00.000Z';

/** A capture of a real machine, as a contact brought it; the host's own words may be changed. */
function captured(folder: string, change: (text: string) => string = (text) => text) {
  const raw = readFileSync(join(CAPTURES, folder, 'capture.txt'), 'utf8');
  return change(raw.replaceAll(/^@[0-9a-f]{24} /gm, `@${NONCE} `));
}

function scanInto(path: string, contacts: readonly { place: string; text: string; at: string }[]): void {
  const project = openProjectFile(path, { now: () => new Date(AT), afterRestore, backupBeforeMigration: () => undefined });
  const newId = countingIds();
  for (const { place, text, at } of contacts) {
    const { facts, sections, problems } = parseProbe(text, { nonce: NONCE, collectedAt: at });
    const serious = problems.find((problem) => HOST_ERROR_CODES[problem.code].severity !== 'note');
    recordHostFacts(project, { reading: readHost(facts, formatEvidence(sections)), run: { id: null, by: 'tester' }, place, hostKey: 'ssh-ed25519 SHA256:k', target: { host: place.split(':')[0] ?? '', name: null, departmentName: '财政局', tag: null }, outcome: serious ? { state: 'partial', errorCode: serious.code } : { state: 'scanned', errorCode: null }, at, newId });
  }
  project.close();
}

async function opened(contacts: Parameters<typeof scanInto>[1] = []): Promise<CoreFixture> {
  const fixture = startCore();
  createProjectFile(fixture.projectPath);
  scanInto(fixture.projectPath, contacts);
  await fixture.core.call('project.open', { file: fixture.core.files.register(fixture.projectPath, 'read') });
  return fixture;
}

const TWO = [{ place: '10.1.0.5:22 ', text: captured('debian-13-postgresql-root'), at: AT }, { place: '10.1.0.6:22 ', text: captured('debian-12-root-dash'), at: AT }];

async function bundled(contacts = TWO, passphrase?: string) {
  const from = await opened(contacts);
  const path = join(from.dataDir, 'out.lfb');
  const made = await from.core.call('bundle.create', { file: from.core.files.register(path, 'write'), ...(passphrase === undefined ? {} : { passphrase }) });
  return { from, path, made };
}

const importInto = ({ core }: CoreFixture, path: string, more: { accept?: boolean; passphrase?: string } = {}) => core.call('bundle.import', { file: core.files.register(path, 'read'), ...more });

/** The same bundle with another header or body, signed with the collector's own key. */
function forge(from: CoreFixture, path: string, changes: Partial<BundleHeader>, entries?: (all: BundleEntry[]) => unknown[]): string {
  const { header, body } = openBundle(readFileSync(path));
  const lines = gunzipSync(body).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as BundleEntry);
  const packed = entries ? gzipSync(entries(lines).map((entry) => `${typeof entry === 'string' ? entry : JSON.stringify(entry)}\n`).join('')) : body;
  const first = Buffer.from(`${JSON.stringify({ ...header, bodyBytes: packed.length, bodySha256: createHash('sha256').update(packed).digest('hex'), ...changes })}\n`);
  const key = createPrivateKey(readFileSync(join(from.dataDir, 'bundle-key.pem')));
  const target = join(from.dataDir, `forged-${createHash('sha256').update(first).digest('hex').slice(0, 8)}.lfb`);
  writeFileSync(target, Buffer.concat([first, Buffer.from(`${sign(null, first, key).toString('base64')}\n`), packed]));
  return target;
}

describe('bundles', () => {
  test('what was scanned there is what is known here: same facts, with their evidence, and where they came from', async () => {
    const { from, path, made } = await bundled();
    expect(made).toMatchObject({ hosts: 2, leftOut: 0, encrypted: false });
    if (process.platform !== 'win32') expect(statSync(join(from.dataDir, 'bundle-key.pem')).mode & 0o777).toBe(0o600);
    const to = await opened();
    await to.core.call('bundle.trustSigner', { fingerprint: made.signer });
    expect(await importInto(to, path)).toEqual({ bundleId: made.bundleId, outcome: 'imported', hosts: 2, created: 2, added: 2, unreadable: 0 });
    const there = (await from.core.call('inventory.listServers', {})).rows;
    const here = (await to.core.call('inventory.listServers', {})).rows;
    const withoutIds = (rows: typeof here) => rows.map((row) => ({ ...row, id: '', departmentId: '' }));
    expect(withoutIds(here)).toEqual(withoutIds(there));
    for (const [index, row] of there.entries()) {
      const [left, right] = [await from.core.call('inventory.getServer', { serverId: row.id }), await to.core.call('inventory.getServer', { serverId: here[index]!.id })];
      expect(right.facts).toEqual(left.facts);
      expect(right.history).toEqual(left.history);
      expect(right.observations['memBytes']?.[0]?.provenance).toMatchObject({ source: 'scanned', by: expect.stringMatching(/^bundle:.+:[0-9a-f]{12}$/), at: AT, evidence: { section: 'memory' } });
      expect(right.identity.sightings[0]?.place).toContain(left.identity.sightings[0]?.place.trim());
    }
  });

  test('H18 an unknown signer is kept out until a person trusts or accepts; a refused bundle stays out', async () => {
    const { path, made } = await bundled();
    const to = await opened();
    await expect(importInto(to, path)).rejects.toMatchObject({ code: 'bundle.quarantined', params: { reasons: 'unknown-signer', acceptable: true } });
    expect((await to.core.call('bundle.list', {})).bundles).toMatchObject([{ bundleId: made.bundleId, state: 'quarantined', reasons: ['unknown-signer'], hosts: 2 }]);
    expect((await to.core.call('inventory.listServers', {})).total).toBe(0);
    await to.core.call('bundle.refuse', { bundleId: made.bundleId });
    await expect(importInto(to, path, { accept: true })).rejects.toMatchObject({ code: 'bundle.quarantined', params: { acceptable: false } });
    const other = await opened();
    expect(await importInto(other, path, { accept: true })).toMatchObject({ outcome: 'imported', created: 2 });
  });

  test('H18 a second time changes nothing; the same number with other content, another collector and a date ahead are kept out', async () => {
    const { from, path, made } = await bundled();
    const to = await opened();
    await to.core.call('bundle.trustSigner', { fingerprint: made.signer, collector: openBundle(readFileSync(path)).header.collector });
    await importInto(to, path);
    const before = (await to.core.call('inventory.listServers', {})).rows;
    expect(await importInto(to, path)).toMatchObject({ outcome: 'already-imported', added: 0 });
    expect((await to.core.call('inventory.listServers', {})).rows).toEqual(before);
    const again = join(from.dataDir, 'again.lfb');
    await from.core.call('bundle.create', { file: from.core.files.register(again, 'write') });
    expect(await importInto(to, again)).toMatchObject({ outcome: 'imported', created: 0, added: 0 });
    const reasons = async (forged: string) => await importInto(to, forged, { accept: false }).then(() => 'taken', (error: { params: { reasons: string } }) => error.params.reasons);
    expect(await reasons(forge(from, path, {}, (all) => all.map((entry) => ({ ...entry, tag: 'x' }))))).toBe('replayed-id');
    expect(await reasons(forge(from, path, { bundleId: '1'.repeat(32), collector: 'elsewhere' }))).toBe('other-collector');
    expect(await reasons(forge(from, path, { bundleId: '2'.repeat(32), createdAt: '2099-01-01T00:00:00.000Z' }))).toBe('future-date');
    expect(await reasons(forge(from, path, { bundleId: '3'.repeat(32) }, (all) => all.map((entry) => ({ ...entry, collectedAt: '2099-01-01T00:00:00.000Z' }))))).toBe('future-date');
  });

  test('H18 one changed byte or a cut file is never taken, not even accepted by a person', async () => {
    const { from, path } = await bundled();
    const bytes = readFileSync(path);
    const to = await opened();
    const target = join(from.dataDir, 'changed.lfb');
    for (const at of [60, bytes.indexOf(10) + 5, bytes.length - 9]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(target, changed);
      await expect(importInto(to, target, { accept: true })).rejects.toMatchObject({ code: expect.stringMatching(/^bundle\.(quarantined|unreadable)$/) });
    }
    for (const length of [0, 10, bytes.indexOf(10), bytes.length - 1]) {
      writeFileSync(target, bytes.subarray(0, length));
      await expect(importInto(to, target, { accept: true })).rejects.toMatchObject({ code: expect.stringMatching(/^bundle\./) });
    }
    expect((await to.core.call('inventory.listServers', {})).total).toBe(0);
  });

  test('H19 H13 ten gigabytes, a host beyond its size, JSON 100,000 levels deep, names that are paths and wrong digests are refused and nothing is stored', async () => {
    const { from, path } = await bundled();
    const to = await opened();
    const code = async (forged: string) => await importInto(to, forged, { accept: true }).then(() => 'taken', (error: { code: string }) => error.code);
    const once = (text: string) => (all: BundleEntry[]) => [text, ...all.slice(1)];
    expect(await code(forge(from, path, { bundleId: '4'.repeat(32) }, once(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)))).toBe('bundle.unreadable');
    expect(await code(forge(from, path, { bundleId: '5'.repeat(32) }, (all) => all.map((entry) => ({ ...entry, place: '../../etc/passwd' }))))).toBe('bundle.unreadable');
    expect(await code(forge(from, path, { bundleId: '6'.repeat(32) }, (all) => all.map((entry) => ({ ...entry, sha256: '0'.repeat(64) }))))).toBe('bundle.unreadable');
    expect(await code(forge(from, path, { bundleId: '7'.repeat(32), hosts: 1 }))).toBe('bundle.unreadable');
    expect(await code(forge(from, path, { bundleId: '8'.repeat(32) }, once('a'.repeat(9 * 1024 * 1024))))).toBe('bundle.too_large');
    expect((await to.core.call('inventory.listServers', {})).total).toBe(0);
    const huge = join(from.dataDir, 'huge.lfb');
    writeFileSync(huge, readFileSync(path));
    truncateSync(huge, 10 * 1024 ** 3);
    expect(await code(huge)).toBe('bundle.too_large');
    expect(jsonDepth(Buffer.from('{"a":"[[[\\"[[","b":[{}]}'))).toBe(3);
  });

  test('an import that ends in the middle has stored nothing, and is whole the next time', async () => {
    const { path } = await bundled();
    const stop = { after: Infinity };
    const ids = countingIds();
    const fixture = startCore({ newId: () => {
      stop.after -= 1;
      if (stop.after < 0) throw new Error('ended');
      return ids();
    } });
    await fixture.core.call('project.create', { name: 'City', file: fixture.core.files.register(fixture.projectPath, 'write') });
    // Each host takes some ids: the second one is under way.
    stop.after = 5;
    await expect(importInto(fixture, path, { accept: true })).rejects.toBeDefined();
    stop.after = Infinity;
    expect([(await fixture.core.call('inventory.listServers', {})).total, (await fixture.core.call('bundle.list', {})).bundles]).toEqual([0, []]);
    expect(await importInto(fixture, path, { accept: true })).toMatchObject({ outcome: 'imported', created: 2 });
  });

  test('a passphrase is needed and must be the right one', async () => {
    const { path } = await bundled(TWO, 'correct horse battery');
    const to = await opened();
    await expect(importInto(to, path, { accept: true })).rejects.toMatchObject({ code: 'bundle.passphrase_needed' });
    await expect(importInto(to, path, { accept: true, passphrase: 'another one, quite' })).rejects.toMatchObject({ code: 'bundle.passphrase_wrong' });
    expect(readFileSync(path).includes('debian')).toBe(false);
    expect(await importInto(to, path, { accept: true, passphrase: 'correct horse battery' })).toMatchObject({ created: 2 });
  });
});

describe('order of bundles', () => {
  const FOLDERS = ['debian-12-root-dash', 'debian-12-user-bash', 'debian-12-root-busybox', 'debian-13-postgresql-root'] as const;
  interface Contact { readonly folder: (typeof FOLDERS)[number]; readonly memory: number | undefined; readonly minute: number; readonly collector: string; readonly place: string }

  function entryFor({ folder, memory, minute, place }: Contact): BundleEntry {
    const at = new Date(Date.parse(AT) + minute * 60_000).toISOString();
    const text = captured(folder, (raw) => (memory === undefined ? raw.replaceAll(/^MemTotal.*$/gm, '') : raw.replaceAll(/^MemTotal:.*$/gm, `MemTotal: ${memory} kB`)));
    const { facts, sections } = parseProbe(text, { nonce: NONCE, collectedAt: at });
    const framed = [...sections].map(([name, body]) => ({ name, text: body, closed: true, skipped: false }));
    return { place, host: '10.1.0.5', hostKey: null, departmentName: minute % 2 === 0 ? '财政局' : '税务局', tag: null, collectedAt: at, privilege: facts.privilege, platform: 'linux', sections: framed, sha256: digestOf(framed) };
  }

  const readings = new Map<string, ReturnType<typeof readingOf>>();
  function readingFor(contact: Contact): ReturnType<typeof readingOf> {
    const key = JSON.stringify(contact);
    if (!readings.has(key)) readings.set(key, readingOf(entryFor(contact), contact.collector));
    return readings.get(key);
  }

  function importAll(bundles: readonly (readonly Contact[])[]) {
    const project = openTestProject();
    const newId = countingIds();
    for (const bundle of bundles) {
      project.note(() => {
        for (const contact of bundle) {
          const reading = readingFor(contact);
          if (reading) recordDatedFacts(project, { ...reading, run: { id: null, by: `bundle:${contact.collector}` }, newId });
        }
      });
    }
    const state = {
      servers: project.allRaw(`SELECT v.hostname, v.address, v.mem_bytes, v.os_id, v.os_version, v.vcpu_count, v.disk_bytes, v.package_count, v.listener_count, v.uptime_seconds, v.last_seen_at, v.scan_state, v.last_error_code, v.machine_id, v.cpu_p95_ratio, v.mem_p95_ratio, d.name AS department,
        (SELECT group_concat(id, ' ') FROM (SELECT id FROM server_sighting s WHERE s.server_id = v.id ORDER BY id)) AS sightings, f.collected_at, f.sighting_id FROM server v LEFT JOIN department d ON d.id = v.department_id LEFT JOIN host_facts f ON f.server_id = v.id ORDER BY sightings`),
      flows: project.allRaw('SELECT direction, transport, peer_address, port, process_name, connections, first_seen_at, last_seen_at FROM flow ORDER BY 1, 2, 3, 4, 5, 7'),
      conflicts: listConflicts(project).map(({ field, at, values }) => ({ field, at, values })),
    };
    expect(project.allRaw('PRAGMA foreign_key_check')).toEqual([]);
    project.close();
    return state;
  }

  test('the order of imports does not matter, and importing all of them once more changes nothing', () => {
    const contact: fc.Arbitrary<Contact> = fc.record({ folder: fc.constantFrom(...FOLDERS), memory: fc.option(fc.constantFrom(1_000_000, 2_000_000), { nil: undefined }), minute: fc.integer({ min: 0, max: 4 }), collector: fc.constantFrom('jump-a', 'jump-b'), place: fc.constantFrom('10.1.0.5:22', '10.1.0.6:22') });
    const bundles = fc.array(fc.array(contact, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(bundles.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([first, second]) => {
        const once = importAll(first);
        expect(once.servers.length).toBeGreaterThan(0);
        expect(importAll(second)).toEqual(once);
        expect(importAll([...first, ...second])).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });
});
