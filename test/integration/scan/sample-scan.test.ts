import { expect, test } from 'vitest';
import { buildCity } from '../../../agents/estate/build-city.ts';
import type { Fault } from '../../../agents/estate/city.ts';
import type { HostErrorCode } from '../../../shared/model/scan.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { untilJob } from '../../support/scan-fixture.ts';

const SERVERS = 60;
const CODES: Readonly<Record<Exclude<Fault, 'slow'>, HostErrorCode>> = {
  refused: 'REFUSED', reset: 'RESET_BEFORE_BANNER', silent: 'NO_BANNER', 'not-ssh': 'NOT_SSH', 'auth-refused': 'AUTH_REJECTED', 'changed-host-key': 'HOSTKEY_CHANGED',
  'no-shell': 'SHELL_RESTRICTED', 'endless-output': 'OUTPUT_TRUNCATED', 'cut-output': 'CONNECTION_LOST', 'old-crypto': 'CRYPTO_LEGACY',
};

test('the sample city is registered, read over SSH under strict host keys, and each fault is named as what it is', async () => {
  const city = buildCity({ seed: 1, servers: SERVERS });
  const { core } = await startCoreWithProject();
  const { jobId, runId } = await core.call('scan.startSample', { servers: SERVERS, seed: 1, concurrency: 16 });
  expect(await untilJob(core, jobId)).toMatchObject({ state: 'succeeded', result: { guardStopped: false } });

  expect((await core.call('organisation.listDepartments', {})).grandTotal).toBe(city.departments.length);
  expect((await core.call('organisation.listSystems', {})).grandTotal).toBe(city.systems.length);
  const { rows } = await core.call('scan.listResults', { runId, limit: 500 });
  expect(rows).toHaveLength(SERVERS);
  for (const server of city.servers) {
    const row = rows.find((each) => each.name === server.hostname);
    const codes = row?.errors.map((error) => error.code) ?? [];
    if (server.fault !== undefined && server.fault !== 'slow') expect(codes, `${server.hostname}: ${server.fault}`).toContain(CODES[server.fault]);
    else if (server.os.family === 'linux') expect(row, server.hostname).toMatchObject({ state: server.sudo ? 'done' : 'partial', hostname: server.hostname });
  }
  const faulty = city.servers.filter((server) => server.fault !== undefined && server.fault !== 'slow').length;
  expect(faulty).toBeGreaterThan(3);

  const { rows: servers } = await core.call('inventory.listServers', { limit: 500 });
  const linked = servers.filter((server) => server.systemName !== null);
  for (const server of linked) {
    const index = city.servers.find((each) => each.hostname === server.hostname)?.systemIndex;
    expect(server.systemName).toBe(index === undefined ? undefined : city.systems[index]?.name);
  }
  expect(linked.length).toBeGreaterThan(SERVERS / 2);
  const changed = await core.call('scan.listHostKeys', { states: ['changed'] });
  expect(changed.total).toBe(city.servers.filter((server) => server.fault === 'changed-host-key').length);
});

test('a paused sample goes on where it stopped, with its estate started anew', async () => {
  const { core } = await startCoreWithProject();
  const { jobId, runId } = await core.call('scan.startSample', { servers: 40, seed: 5, concurrency: 2 });
  await untilJob(core, jobId, (job) => job.progress.phase === 'scan' && job.progress.done >= 8);
  await core.call('job.pause', { jobId });
  expect((await untilJob(core, jobId)).state).toBe('paused');
  const before = await core.call('scan.listResults', { runId, states: ['done', 'partial', 'failed'], limit: 500 });
  await core.call('job.resume', { jobId });
  expect((await untilJob(core, jobId)).state).toBe('succeeded');
  const after = await core.call('scan.listResults', { runId, limit: 500 });
  expect(new Set(after.rows.map((row) => row.name)).size).toBe(40);
  expect(after.rows.every((row) => ['done', 'partial', 'failed'].includes(row.state))).toBe(true);
  for (const row of before.rows) expect(after.rows.find((each) => each.id === row.id)).toEqual(row);
});
