import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EXIT } from '../../shared/kernel/error-codes.ts';
import { JSON_SHAPES } from '../../electron/shells/cli/json-shapes.ts';
import { command } from '../support/fake-terminal.ts';
import { startProbeFleet } from '../support/probe-fleet.ts';
import { startTcpFault } from '../support/fault-servers.ts';
import { tempDir } from '../support/temp-dir.ts';

async function setUp(lines: readonly string[], privateKey: string, knownHostsText: string) {
  const folder = tempDir('cli-verdict');
  const project = join(folder, 'p.landfall');
  writeFileSync(join(folder, 'key'), privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'known'), knownHostsText);
  writeFileSync(join(folder, 'hosts.txt'), lines.join('\n'));
  await command(folder, ['project', 'create', project]);
  return (...more: string[]) => command(folder, ['scan', project, '--targets', join(folder, 'hosts.txt'), '--identity', join(folder, 'key'), '--known-hosts', join(folder, 'known'), '--host-keys', 'strict', '--concurrency', '1', ...more]);
}

test('a run the guard stopped ends with its own exit code and sentence', async () => {
  const fleet = await startProbeFleet({ hosts: 20, accepts: () => false });
  onTestFinished(() => fleet.close());
  const scan = await setUp(fleet.targets.slice(0, 4).map(({ host, port, user }) => `${user}@${host}:${port}`), fleet.privateKey, fleet.knownHostsText);
  const { exitCode, stdout, stderr } = await scan('--json');
  const { counts, errorGroups } = JSON_SHAPES.scan.parse(JSON.parse(stdout)).run;
  expect([counts.failed, counts.skipped]).toEqual([2, 2]);
  expect(errorGroups.map((group) => group.code).sort()).toEqual(['AUTH_PAUSED_BY_GUARD', 'AUTH_REJECTED']);
  expect(stderr).toContain('(scan.guard_stopped)');
  expect(exitCode).toBe(EXIT.guard);
});

test('a run in which every host failed shows why and is not a success', async () => {
  const web = await startTcpFault('http');
  onTestFinished(() => web.close());
  const fleet = await startProbeFleet({ hosts: 20 });
  onTestFinished(() => fleet.close());
  const scan = await setUp([`scan@${web.host}:${web.port}`], fleet.privateKey, '');
  const { exitCode, stdout, stderr } = await scan();
  expect(stdout).toContain('NOT_SSH');
  expect(stderr).toContain('(scan.all_failed)');
  expect(exitCode).toBe(EXIT.partial);
});
