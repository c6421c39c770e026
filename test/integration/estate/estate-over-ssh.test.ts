import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProbe } from '../../../agents/probes/build-probe.ts';
import { parseProbe } from '../../../agents/probes/parse-probe.ts';
import { buildCity } from '../../../agents/estate/build-city.ts';
import type { CityServer, Fault } from '../../../agents/estate/city.ts';
import { type Estate, startEstate } from '../../../agents/estate/start-estate.ts';
import { startEstateThread } from '../../../agents/estate/start-estate-thread.ts';
import type { Dial } from '../../../agents/ssh/dial.ts';
import { HostFailure } from '../../../agents/ssh/host-failure.ts';
import { scanHost } from '../../../agents/ssh/scan-host.ts';
import { type HostErrorCode, scanTargetSchema } from '../../../shared/model/scan.ts';

const NOW = new Date('2026-10-28T02:34:56.000Z');
const NONCE = '0123456789abcdef01234567';
const signal = new AbortController().signal;

/** What a scan of one target ends in: facts, or the code of why not. */
async function scan(estate: Estate, index: number, privateKey = estate.privateKey): Promise<{ hostname: string | undefined; codes: HostErrorCode[] }> {
  const target = estate.targets[index];
  if (target === undefined) throw new Error(`No target ${index}`);
  const known = estate.knownHostsText.split('\n')[index]?.split(' ').at(-1);
  const dial: Dial = {
    host: target.host, port: target.port, user: target.user ?? '', credential: { kind: 'key', privateKey },
    verifyHostKey: ({ publicKeyBase64 }) => Promise.resolve(publicKeyBase64 === known ? 'accept' : 'changed'), timeouts: { bannerMs: 400 },
  };
  try {
    const { text, problems } = await scanHost(dial, { signal, now: () => NOW, script: buildProbe({ nonce: NONCE, useSudo: true }) });
    const parsed = parseProbe(text, { nonce: NONCE, collectedAt: NOW.toISOString() });
    return { hostname: parsed.facts.identity?.hostname, codes: problems.map(({ code }) => code) };
  } catch (error) {
    if (error instanceof HostFailure) return { hostname: undefined, codes: [error.error.code] };
    throw error;
  }
}

const EXPECTED: Readonly<Record<Fault, { readonly code: HostErrorCode | undefined; readonly facts: boolean }>> = {
  refused: { code: 'REFUSED', facts: false },
  reset: { code: 'RESET_BEFORE_BANNER', facts: false },
  silent: { code: 'NO_BANNER', facts: false },
  'not-ssh': { code: 'NOT_SSH', facts: false },
  'auth-refused': { code: 'AUTH_REJECTED', facts: false },
  'changed-host-key': { code: 'HOSTKEY_CHANGED', facts: false },
  'no-shell': { code: 'SHELL_RESTRICTED', facts: false },
  'endless-output': { code: 'OUTPUT_TRUNCATED', facts: true },
  'cut-output': { code: 'CONNECTION_LOST', facts: true },
  slow: { code: undefined, facts: true },
  'old-crypto': { code: 'CRYPTO_LEGACY', facts: false },
};

describe('the estate over SSH', () => {
  const city = buildCity({ seed: 3, servers: 400 });
  let estate: Estate;
  beforeAll(async () => {
    estate = await startEstate(city, { now: () => NOW, platform: process.platform, slowMs: 1 });
  });
  afterAll(() => estate.close());

  const first = (matches: (server: CityServer) => boolean): CityServer => {
    const found = city.servers.find(matches);
    if (found === undefined) throw new Error('The city lacks such a server');
    return found;
  };

  it('lists every server as a target that a scan accepts', () => {
    expect(estate.targets).toHaveLength(400);
    for (const target of estate.targets) expect(scanTargetSchema.parse(target)).toEqual(target);
    expect(new Set(estate.targets.map(({ host, port }) => `${host}:${port}`)).size).toBe(400);
  });

  it('answers sound hosts with their own facts', async () => {
    const sound = city.servers.filter(({ fault, os }) => fault === undefined && os.family === 'linux').slice(0, 40);
    const results = await Promise.all(sound.map(({ index }) => scan(estate, index)));
    expect(results).toEqual(sound.map(({ hostname }) => ({ hostname, codes: [] })));
  });

  it.each(Object.entries(EXPECTED))('shows the fault %s on the wire', async (fault, { code, facts }) => {
    const server = first((candidate) => candidate.fault === fault);
    expect(await scan(estate, server.index)).toEqual({ hostname: facts ? server.hostname : undefined, codes: code === undefined ? [] : [code] });
  });

  it('H23 a Windows host is read by PowerShell, chosen by what the server calls itself', async () => {
    const server = first(({ os, fault }) => os.family === 'windows' && fault === undefined);
    expect(await scan(estate, server.index)).toEqual({ hostname: server.hostname, codes: [] });
  });

  it('lets no other key in', async () => {
    const other = await startEstate(buildCity({ seed: 4, servers: 20 }), { now: () => NOW, platform: process.platform });
    const server = first(({ fault, os }) => fault === undefined && os.family === 'linux');
    expect((await scan(estate, server.index, other.privateKey)).codes).toEqual(['AUTH_REJECTED']);
    await other.close();
  });
});

describe('where the estate listens', () => {
  const city = buildCity({ seed: 9, servers: 20 });
  const sound = city.servers.find(({ fault, os }) => fault === undefined && os.family === 'linux');

  it('is one address with a port for each host where there is no other', async () => {
    const estate = await startEstate(city, { now: () => NOW, platform: 'darwin' });
    expect(new Set(estate.targets.map(({ host }) => host))).toEqual(new Set(['127.0.0.1']));
    expect(new Set(estate.targets.map(({ port }) => port)).size).toBe(20);
    expect(await scan(estate, sound?.index ?? -1)).toEqual({ hostname: sound?.hostname, codes: [] });
    await estate.close();
  });

  it('moves on as a whole when its place is taken, and shows the same host keys', async () => {
    const [one, other] = [await startEstate(city, { now: () => NOW, platform: process.platform }), await startEstate(city, { now: () => NOW, platform: process.platform })];
    const places = [one, other].map(({ targets }) => targets.map(({ host, port }) => `${host}:${port}`));
    expect(new Set(places.flat()).size).toBe(40);
    const keys = (text: string): string[] => text.trim().split('\n').map((line) => line.split(' ').at(-1) ?? '');
    expect(keys(one.knownHostsText)).toEqual(keys(other.knownHostsText));
    expect((await scan(other, sound?.index ?? -1)).hostname).toBe(sound?.hostname);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('the estate in a thread of its own', () => {
  it('starts, answers, and is gone after close', async () => {
    const estate = await startEstateThread({ seed: 9, servers: 20, entry: new URL('../../../agents/estate/estate-worker.ts', import.meta.url) });
    const city = buildCity({ seed: 9, servers: 20 });
    const sound = city.servers.find(({ fault, os }) => fault === undefined && os.family === 'linux');
    if (sound === undefined) throw new Error('No sound host');
    expect(await scan(estate, sound.index)).toEqual({ hostname: sound.hostname, codes: [] });
    await estate.close();
    expect((await scan(estate, sound.index)).codes).toEqual(['REFUSED']);
  });
});
