import { expect, onTestFinished, test } from 'vitest';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { startTcpFault } from '../../support/fault-servers.ts';
import { startScanFixture, untilJob } from '../../support/scan-fixture.ts';

test('a host that failed is a server of the inventory, and becomes the real one once it is read', async () => {
  let locked: string | undefined;
  const { core, fleet, options } = await startScanFixture({ hosts: 20, accepts: (hostname) => hostname !== locked });
  const [read, shut] = fleet.targets;
  if (!read || !shut) throw new Error('The fleet has no hosts');
  locked = shut.name ?? undefined;
  const web = await startTcpFault('http');
  onTestFinished(() => web.close());
  const other: ScanTarget = { host: web.host, port: web.port, user: 'scan', name: 'printer', departmentName: '档案局', tag: null, jump: null, identityFile: null };
  const inBlock: ScanTarget = { ...other, host: '127.0.0.1', port: 9, name: null, departmentName: null, fromBlock: true };
  const list = async () => (await core.call('inventory.listServers', { limit: 50 })).rows;

  const first = await core.call('scan.start', { ...options, targets: [read, shut, other, inBlock] });
  await untilJob(core, first.jobId);
  const before = await list();
  expect(before.map((row) => [row.hostname, row.scanState === 'failed']).sort()).toEqual([[read.name, false], [shut.name, true], ['printer', true]].sort());
  expect(before.find((row) => row.hostname === 'printer')).toMatchObject({ departmentName: '档案局', lastErrorCode: 'NOT_SSH' });
  const results = await core.call('scan.listResults', { runId: first.runId, limit: 50 });
  expect(results.rows.map((row) => [row.port === inBlock.port, row.serverId === null])).toEqual([[false, false], [false, false], [false, false], [true, true]]);

  locked = undefined;
  const second = await core.call('scan.resume', { runId: first.runId, retry: {}, ...options });
  await untilJob(core, second.jobId);
  const after = await list();
  expect(after.map((row) => row.id).sort()).toEqual(before.map((row) => row.id).sort());
  expect(after.filter((row) => row.scanState === 'failed').map((row) => row.hostname)).toEqual(['printer']);
});
