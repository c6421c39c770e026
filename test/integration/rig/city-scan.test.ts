import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EXIT } from '../../../shared/kernel/error-codes.ts';
import { JSON_SHAPES } from '../../../electron/shells/cli/json-shapes.ts';
import { command } from '../../support/fake-terminal.ts';
import { startCore } from '../../support/core-fixture.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { CITY_HOSTS } from '../../rig/city-hosts.ts';
import { rigMissing } from '../../rig/rig-missing.ts';
import { startRig } from '../../rig/start-rig.ts';

const missing = rigMissing();

test.skipIf(missing !== undefined)(`nine real hosts by one command: eight at once, the old one (N17) after its exception, and the flows between them${missing ? ` (skipped: ${missing})` : ''}`, { timeout: 600_000 }, async () => {
  const rig = await startRig({ hosts: CITY_HOSTS });
  onTestFinished(() => rig.stop());
  const folder = tempDir('rig-city');
  const project = join(folder, 'city.landfall');
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const past = rig.host('past-1');
  const targets = file('hosts.csv', ['host,user,department', ...rig.hosts.map((host) => `${host.address},root,Permits`)].join('\n'));
  const ways = ['--identity', file('key', rig.key.privateKey), '--host-keys', 'strict', '--json'];
  await command(folder, ['project', 'create', project]);
  const first = await command(folder, ['scan', project, '--targets', targets, '--known-hosts', file('known', rig.knownHostsText), ...ways]);
  expect(first.exitCode).toBe(EXIT.partial);
  const run = JSON_SHAPES.scan.parse(JSON.parse(first.stdout)).run;
  expect(run.counts).toMatchObject({ done: 8, failed: 1 });
  expect(run.errorGroups).toMatchObject([{ code: 'CRYPTO_LEGACY', count: 1 }]);
  expect(await past.log()).not.toMatch(/Accepted|Failed/);

  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const allowed = await command(folder, ['host', 'allow-crypto', project, past.address, '--crypto', 'sha1', '--until', until, '--reason', 'replaced in spring']);
  expect(allowed.exitCode).toBe(EXIT.ok);
  await command(folder, ['scan', project, '--retry', 'CRYPTO_LEGACY', ...ways]);
  expect((await past.log()).match(/Accepted publickey/g)).toHaveLength(1);

  const { core } = startCore();
  await core.call('project.open', { file: core.files.register(project, 'read') });
  const servers = (await core.call('inventory.listServers', {})).rows;
  expect(servers.map((server) => server.hostname).toSorted()).toEqual(rig.hosts.map((host) => host.name).toSorted());
  const flows = (await core.call('inventory.listFlows', {})).rows.filter((flow) => flow.fromServerId !== null && flow.toServerId !== null);
  const lines = flows.map(({ fromName, toName, port, transport }) => `${fromName} ${toName} ${transport}/${port}`).toSorted();
  expect(lines).toEqual([
    'app-1 web-1 tcp/13306', 'app-1 web-1 tcp/15432', 'app-1 web-1 tcp/16379', 'web-1 db-1 tcp/3306', 'web-1 db-1 tcp/6379', 'web-1 pg-1 tcp/5432',
  ]);
});
