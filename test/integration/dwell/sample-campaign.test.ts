import { expect, test } from 'vitest';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { fastClock, fastPace } from '../../support/fast-clock.ts';
import { untilJob } from '../../support/scan-fixture.ts';

const SPEED = 20;
/** Monday 09:00 in the city. */
const MONDAY = '2026-11-02T01:00:00.000Z';

test('the sample city answers a campaign with load that follows its model, and says so where a host cannot', async () => {
  const realStartMs = Date.now();
  const { core } = await startCoreWithProject({ now: fastClock(MONDAY, realStartMs, SPEED), dwellPace: fastPace(SPEED) });
  await untilJob(core, (await core.call('scan.startSample', { servers: 20 })).jobId);
  const minute = Math.ceil(((Date.now() - realStartMs) * SPEED) / 60_000) + 1;
  const clock = (at: number): string => `${String(9 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const { campaign } = await core.call('campaign.create', { plan: { name: 'City', firstDay: '2026-11-02', lastDay: '2026-11-02', windows: [{ weekdays: [1], from: clock(minute), to: clock(minute + 3) }], dwellMinutes: 2, utcOffsetMinutes: 480 } });
  const { jobId } = await core.call('campaign.runSample', { campaignId: campaign.id, wait: true });
  const job = await untilJob(core, jobId);
  expect(job.error).toBeNull();
  const { rows } = await core.call('campaign.listDwells', { campaignId: campaign.id });
  const done = rows.filter((row) => row.state === 'done');
  expect(done.length).toBeGreaterThan(rows.length / 2);
  for (const row of rows.filter((each) => each.state === 'failed')) expect(['PLATFORM_UNSUPPORTED', 'SHELL_RESTRICTED', 'CMD_TIMEOUT', 'CRYPTO_LEGACY', 'AUTH_REJECTED']).toContain(row.error?.code);
  const server = await core.call('inventory.getServer', { serverId: done[0]?.serverId ?? '' });
  expect(server.observations['sampleCount']?.length ?? 0).toBeGreaterThan(0);
  expect(done[0]).toMatchObject({ evidenceId: expect.any(String), rejectedCount: 0 });
  expect((await core.call('campaign.getCoverage', { campaignId: campaign.id })).servers).toBe(campaign.serverCount);
});
