import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Core } from '../../../electron/core/app/index.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Campaign } from '../../../shared/model/campaign.ts';
import type { CampaignOrder } from '../../support/campaign-process.ts';
import { startCore, startCoreWithProject } from '../../support/core-fixture.ts';
import { fastClock, fastPace } from '../../support/fast-clock.ts';
import { netHostsMissing, startNetHosts, type NetHosts } from '../../support/net-hosts.ts';
import { keyFileCredential, untilJob } from '../../support/scan-fixture.ts';
import { makeKeyPair } from '../../support/sshd.ts';

const missing = netHostsMissing();
const key = makeKeyPair();
const SPEED = 20;
const SUPPORT = join(import.meta.dirname, '../../support');
/** Monday morning in the middle of a window. */
const MONDAY = '2026-11-02T01:00:00.000Z';
const SERVE = `require('node:net').createServer((socket) => socket.on('error', () => {})).listen(7707, '0.0.0.0', () => process.stdout.write('up\\n'));`;
const CALL = `const net = require('node:net'); setInterval(() => { const socket = net.connect({ host: process.argv[1], port: 7707 }); socket.on('error', () => {}); setTimeout(() => socket.destroy(), 100); }, 400);`;

type Changes = Partial<InputOf<'campaign.create'>['plan']>;
const planOf = (changes: Changes = {}) => ({ name: 'Office hours', firstDay: '2026-11-02', lastDay: '2026-11-02', windows: [{ weekdays: [1], from: '09:00', to: '09:05' }], dwellMinutes: 2, utcOffsetMinutes: 480, ...changes });

describe.skipIf(missing !== undefined)(`campaigns on real hosts${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let net: NetHosts;
  beforeAll(async () => {
    net = await startNetHosts(['camp-a', 'camp-b'], { users: [{ name: 'scan', uid: 0, authorizedKeys: [key.publicKey] }] });
    const [client, server] = net.hosts;
    if (!client || !server) throw new Error('two hosts');
    const serving = server.spawn(process.execPath, ['-e', SERVE]);
    await once(serving.stdout ?? serving, 'data');
    client.spawn(process.execPath, ['-e', CALL, server.address]);
  });
  afterAll(() => net.close());

  /** A project in which both hosts were scanned, on a clock of its own. */
  async function scanned() {
    const realStartMs = Date.now();
    const fixture = await startCoreWithProject({ now: fastClock(MONDAY, realStartMs, SPEED), dwellPace: fastPace(SPEED) });
    const { core, dataDir } = fixture;
    const credential = keyFileCredential(core, dataDir, key.privateKey);
    const targets = net.hosts.map(({ address, name }) => ({ host: address, port: 22, user: 'scan', name, departmentName: null, tag: null, jump: null, identityFile: null }));
    const { jobId } = await core.call('scan.start', { targets, credential, hostKeyPolicy: 'accept-new', useSudo: false });
    await untilJob(core, jobId);
    return { ...fixture, credential, realStartMs };
  }
  /** The clock may have left the first round while the hosts were scanned: the plan begins now. */
  const planNow = (startMs: number, changes: Changes = {}) => {
    const minute = Math.ceil(((Date.now() - startMs) * SPEED) / 60_000);
    const clock = (at: number): string => `${String(9 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    return planOf({ windows: [{ weekdays: [1], from: clock(minute), to: clock(minute + 3) }], ...changes });
  };
  const make = async (core: Core, plan: ReturnType<typeof planOf>): Promise<Campaign> => (await core.call('campaign.create', { plan })).campaign;
  const profileOf = async (core: Core, host: string) => {
    const row = (await core.call('inventory.listServers', {})).rows.find((server) => server.hostname === host);
    return { row, detail: await core.call('inventory.getServer', { serverId: row?.id ?? '' }) };
  };

  test('a dwell gives each server a distribution, its flows and the text they were read from', async () => {
    const { core, credential, realStartMs } = await scanned();
    const before = await profileOf(core, 'camp-a');
    expect(before.detail.profile?.metrics[0]).toMatchObject({ source: 'single-reading' });
    const campaign = await make(core, planNow(realStartMs));
    expect(campaign).toMatchObject({ state: 'planned', serverCount: 2, counts: { planned: 2 }, jobId: null });
    const { jobId } = await core.call('campaign.run', { campaignId: campaign.id, credential, useSudo: false, wait: true });
    await expect(core.call('campaign.run', { campaignId: campaign.id, credential })).rejects.toMatchObject({ code: 'campaign.running' });
    expect((await untilJob(core, jobId)).state).toBe('succeeded');
    const { campaign: after } = await core.call('campaign.get', { campaignId: campaign.id });
    expect(after).toMatchObject({ state: 'ended', counts: { done: 2, planned: 0 } });
    const { rows } = await core.call('campaign.listDwells', { campaignId: campaign.id });
    for (const row of rows) expect(row).toMatchObject({ state: 'done', error: null, evidenceId: expect.any(String) });
    const { row, detail } = await profileOf(core, 'camp-a');
    expect(detail.profile?.metrics.map((metric) => metric.source)).toEqual(Array.from({ length: 7 }, () => 'dwell').slice(0, detail.profile?.metrics.length));
    const cpu = detail.profile?.metrics.find((metric) => metric.metric === 'cpuRatio');
    expect(cpu).toMatchObject({ statistic: 'interval-mean', intervalSeconds: 10 / SPEED });
    expect(cpu?.sampleCount).toBeGreaterThanOrEqual(6);
    expect(row?.cpuP95Ratio).toBe(cpu?.percentiles.p95);
    // A value that is the same as before is not told again; the number of samples is another one.
    const [seen] = detail.observations['sampleCount'] ?? [];
    expect(seen?.provenance).toMatchObject({ source: 'scanned', by: 'Office hours' });
    const evidence = await core.call('inventory.getEvidence', { evidenceId: seen?.provenance.evidence?.evidenceId ?? '', section: 'utilisation' });
    expect(evidence.text).toMatch(/^S 2026-11-02T01:\d\d:\d\d\.\d{3}Z \d/);
    const { rows: flows } = await core.call('inventory.listFlows', { serverId: row?.id ?? '' });
    expect(flows.filter((flow) => flow.port === 7707 && flow.toName === 'camp-b')).toMatchObject([{ fromName: 'camp-a', toName: 'camp-b' }]);
    const coverage = await core.call('campaign.getCoverage', { campaignId: campaign.id });
    expect(coverage.servers).toBe(2);
    expect(coverage.cells[1]).toMatchObject({ servers: 2 });
    expect(coverage.cells.filter((cell) => cell.servers > 0)).toHaveLength(1);
    expect((await core.call('campaign.listCoverage', { campaignId: campaign.id })).rows).toMatchObject([{ serverName: 'camp-a', dwellsDone: 1, dwellsLeft: 0, confidence: { stars: 1 } }, { serverName: 'camp-b' }]);
    await expect(core.call('campaign.run', { campaignId: campaign.id, credential })).rejects.toMatchObject({ code: 'campaign.over' });
    // A later scan keeps what the dwell has learned.
    const targets = net.hosts.map(({ address, name }) => ({ host: address, port: 22, user: 'scan', name, departmentName: null, tag: null, jump: null, identityFile: null }));
    await untilJob(core, (await core.call('scan.start', { targets, credential, hostKeyPolicy: 'strict', useSudo: false })).jobId);
    expect((await profileOf(core, 'camp-a')).detail.profile?.metrics[0]).toMatchObject({ source: 'dwell' });
  });

  test('a process killed in the middle of a dwell loses what was not stored, counts nothing twice and goes on', async () => {
    const { core, dataDir, projectPath, realStartMs } = await scanned();
    const campaign = await make(core, planNow(realStartMs, { dwellMinutes: 9, windows: [{ weekdays: [1], from: '09:00', to: '10:00' }], name: 'Killed' }));
    await core.close();
    const keyFile = join(dataDir, 'id_campaign');
    writeFileSync(keyFile, key.privateKey, { mode: 0o600 });
    const order: CampaignOrder = { project: projectPath, campaignId: campaign.id, keyFile, startsAt: MONDAY, realStartMs, speed: SPEED, storeEveryMs: 40_000 };
    const orderFile = join(dataDir, 'order.json');
    writeFileSync(orderFile, JSON.stringify(order));
    const begin = () => {
      const child = spawn(process.execPath, [join(SUPPORT, 'run-typescript.mjs'), join(SUPPORT, 'campaign-process.ts'), orderFile], { stdio: ['ignore', 'pipe', 'inherit'], cwd: join(SUPPORT, '../..') });
      onTestFinished(() => void child.kill('SIGKILL'));
      let last: Campaign | undefined;
      createInterface({ input: child.stdout }).on('line', (line) => {
        last = JSON.parse(line) as Campaign;
      });
      return { child, last: () => last };
    };
    const first = begin();
    await expect.poll(() => first.last()?.sampleCount ?? 0, { timeout: 60_000 }).toBeGreaterThanOrEqual(4);
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    const stored = first.last()?.sampleCount ?? 0;
    const second = begin();
    await once(second.child, 'close');
    expect(second.last()?.sampleCount).toBeGreaterThan(stored);
    const { core: reader } = startCore({ now: fastClock(MONDAY, realStartMs, SPEED) });
    await reader.call('project.open', { file: reader.files.register(projectPath, 'read') });
    const { rows } = await reader.call('campaign.listDwells', { campaignId: campaign.id, states: ['done', 'partial'] });
    expect(rows.some((row) => row.attempt >= 2)).toBe(true);
    const { cells } = await reader.call('campaign.getCoverage', { campaignId: campaign.id });
    for (const host of ['camp-a', 'camp-b']) {
      const { row, detail } = await profileOf(reader, host);
      const counted = rows.filter((dwell) => dwell.serverName === host).reduce((sum, dwell) => sum + dwell.sampleCount, 0);
      const inProfile = detail.profile?.metrics.find((metric) => metric.metric === 'memRatio')?.sampleCount ?? 0;
      expect(row?.hostname).toBe(host);
      // An interval far from the nominal one is counted as seen and left out of the distribution.
      expect(counted - inProfile).toBeGreaterThanOrEqual(0);
      expect(counted - inProfile).toBeLessThan(counted / 2);
    }
    expect(cells.reduce((sum, cell) => sum + cell.samples, 0)).toBeGreaterThan(0);
  });

  test('a pause keeps what came and goes on; a cancel ends it; time that passes without a run is missed', async () => {
    const { core, credential, realStartMs } = await scanned();
    const campaign = await make(core, planOf({ windows: [{ weekdays: [1], from: '09:00', to: '09:59' }], dwellMinutes: 28, name: 'Paused' }));
    const { jobId } = await core.call('campaign.run', { campaignId: campaign.id, credential, useSudo: false, wait: true });
    await expect.poll(async () => (await core.call('campaign.get', { campaignId: campaign.id })).campaign.counts.running).toBe(2);
    await core.call('job.pause', { jobId });
    expect((await untilJob(core, jobId)).state).toBe('paused');
    expect((await core.call('campaign.get', { campaignId: campaign.id })).campaign).toMatchObject({ jobId, counts: { running: 0 } });
    await core.call('job.resume', { jobId });
    await expect.poll(async () => (await core.call('campaign.get', { campaignId: campaign.id })).campaign.counts.running).toBe(2);
    expect((await core.call('campaign.cancel', { campaignId: campaign.id })).campaign).toMatchObject({ state: 'cancelled', jobId: null, counts: { running: 0, planned: 0 } });
    await expect(core.call('campaign.cancel', { campaignId: campaign.id })).rejects.toMatchObject({ code: 'campaign.over' });
    const short = await make(core, planNow(realStartMs, { dwellMinutes: 1, name: 'Missed' }));
    await expect.poll(async () => (await core.call('campaign.get', { campaignId: short.id })).campaign.state, { timeout: 30_000 }).toBe('ended');
    await expect(core.call('campaign.run', { campaignId: short.id, credential })).rejects.toMatchObject({ code: 'campaign.over' });
  });

  test('plans that come to nothing are refused with the reason', async () => {
    const { core } = await scanned();
    await expect(core.call('campaign.preview', { plan: planOf({ filter: 'host:nobody' }) })).rejects.toMatchObject({ code: 'campaign.no_servers' });
    await expect(core.call('campaign.create', { plan: planOf({ firstDay: '2026-10-01', lastDay: '2026-10-05' }) })).rejects.toMatchObject({ code: 'campaign.no_slots' });
    await expect(core.call('campaign.create', { plan: planOf({ filter: 'nope:' }) })).rejects.toMatchObject({ code: 'filter.invalid' });
    const preview = await core.call('campaign.preview', { plan: planOf({ lastDay: '2026-11-06', windows: [{ weekdays: [1, 2, 3, 4, 5], from: '14:00', to: '16:00' }], dwellMinutes: 29 }) });
    expect(preview).toEqual({ servers: 2, dwells: 40, dwellsPerServer: { low: 20, high: 20 }, firstAt: '2026-11-02T06:00:00.000Z', lastAt: '2026-11-06T07:59:00.000Z', hoursOfWeek: 10 });
  });
});
