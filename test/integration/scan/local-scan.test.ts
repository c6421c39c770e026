import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { untilJob } from '../../support/scan-fixture.ts';

test('this machine is read without SSH, with the same facts and the text behind them', async () => {
  const { core } = await startCoreWithProject();
  const { jobId, runId } = await core.call('scan.startLocal', {});
  expect((await untilJob(core, jobId)).state).toBe('succeeded');
  const { rows } = await core.call('scan.listResults', { runId });
  expect(rows).toMatchObject([{ host: 'localhost', state: 'done', hostname: hostname() }]);
  expect((await core.call('scan.getRun', { runId })).run).toMatchObject({ kind: 'local', state: 'finished' });
  const [server] = (await core.call('inventory.listServers', {})).rows;
  const { facts, sections } = await core.call('inventory.getServer', { serverId: server?.id ?? '' });
  expect(facts?.identity?.hostname).toBe(hostname());
  const evidence = sections.find((section) => section.evidence !== null)?.evidence;
  const { text } = await core.call('inventory.getEvidence', { evidenceId: evidence?.evidenceId ?? '', section: 'identity' });
  expect(text).toContain(hostname());
});
