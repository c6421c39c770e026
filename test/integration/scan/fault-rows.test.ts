import { expect, onTestFinished, test } from 'vitest';
import type { HostErrorCode, ScanTarget } from '../../../shared/model/scan.ts';
import { describeHostError } from '../../../shared/i18n/describe-error.ts';
import { startCoreWithProject } from '../../support/core-fixture.ts';
import { endlessOutput, startSshFault, startTcpFault, type FaultServer, type TcpFault } from '../../support/fault-servers.ts';
import { keyFileCredential, untilJob } from '../../support/scan-fixture.ts';
import { makeKeyPair } from '../../support/sshd.ts';

const TCP: Partial<Record<TcpFault, HostErrorCode>> = {
  http: 'NOT_SSH', smtp: 'NOT_SSH', ssh1: 'SSH1_ONLY', garbageAfterIdent: 'PROTOCOL_GARBAGE', reset: 'RESET_BEFORE_BANNER', closed: 'RESET_BEFORE_BANNER', penalised: 'SOURCE_PENALISED', maxStartups: 'RESET_BEFORE_BANNER',
};

test('every way to fail becomes a row with its code and a sentence without gaps; one bad host never stops the others', { timeout: 90_000 }, async () => {
  const { core, dataDir } = await startCoreWithProject();
  const servers: [string, FaultServer, HostErrorCode][] = [];
  for (const [kind, code] of Object.entries(TCP) as [TcpFault, HostErrorCode][]) servers.push([kind, await startTcpFault(kind), code]);
  servers.push(['endless', await startSshFault({ exec: (channel) => endlessOutput(channel) }), 'OUTPUT_TRUNCATED']);
  servers.push(['no-shell', await startSshFault({ exec: (channel) => channel.end() }), 'SHELL_RESTRICTED']);
  servers.push(['password-only', await startSshFault({ authenticate: (context) => context.reject(['password']) }), 'AUTH_METHOD_NOT_OFFERED']);
  servers.push(['device', await startSshFault({ ident: 'Comware-7.1.070' }), 'PLATFORM_UNSUPPORTED']);
  servers.push(['old', await startSshFault({ algorithms: { kex: ['diffie-hellman-group14-sha1'] } }), 'CRYPTO_LEGACY']);
  onTestFinished(async () => void (await Promise.all(servers.map(([, server]) => server.close()))));

  const targets = servers.map(([name, { host, port }]): ScanTarget => ({ host, port, name, user: 'scan', departmentName: null, tag: null, jump: null, identityFile: null }));
  targets.push({ ...targets[0]!, host: 'no-such-host.invalid', name: 'dns' });
  const credential = keyFileCredential(core, dataDir, makeKeyPair().privateKey);
  const { jobId, runId } = await core.call('scan.start', { targets, credential, hostKeyPolicy: 'accept-new', concurrency: 16 });
  expect((await untilJob(core, jobId)).state).toBe('succeeded');

  const { rows } = await core.call('scan.listResults', { runId, limit: 100 });
  const found = Object.fromEntries(rows.map((row) => [row.name, row.errors[0]?.code]));
  expect(found).toEqual({ ...Object.fromEntries(servers.map(([name, , code]) => [name, code])), dns: 'DNS_FAIL' });
  for (const { errors } of rows) {
    for (const { code, params } of errors) {
      for (const language of ['en', 'zh-CN'] as const) expect(Object.values(describeHostError(language, code, params)).join(' '), code).not.toContain('{{');
    }
  }
});
