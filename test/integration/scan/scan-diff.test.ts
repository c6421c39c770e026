import { expect, test } from 'vitest';
import { listDiff } from '../../../electron/core/scan/diff/list-diff.ts';
import type { Core } from '../../../electron/core/app/index.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { scanRunIdSchema } from '../../../shared/kernel/ids.ts';
import type { ScanTarget } from '../../../shared/model/scan.ts';
import { openTestProject } from '../../support/open-test-project.ts';
import { startScanFixture, untilJob, type StartOptions } from '../../support/scan-fixture.ts';

async function scan(core: Core, options: StartOptions, targets: readonly ScanTarget[]) {
  const { jobId, runId } = await core.call('scan.start', { ...options, targets: [...targets] });
  await untilJob(core, jobId);
  return runId;
}

async function diff(core: Core, choice: InputOf<'scan.listDiff'>) {
  const answer = await core.call('scan.listDiff', choice);
  return { ...answer, names: answer.rows.map((row) => `${row.kind} ${row.hostname}`) };
}

test('new, gone, changed and unread servers between two runs; what was not asked for is counted, never called gone', async () => {
  let locked: string | undefined;
  const { core, fleet, options } = await startScanFixture({ hosts: 20, accepts: (hostname) => hostname !== locked });
  const [stays, unread, moved, added, silent] = fleet.targets;
  if (!stays || !unread || !moved || !added || !silent) throw new Error('The fleet has too few hosts');
  const first = await scan(core, options, [stays, unread, moved, silent]);
  const none = await diff(core, { runId: first });
  expect(none).toMatchObject({ fromRunId: null, total: 4, counts: { new: 4, gone: 0, changed: 0, unread: 0, notAsked: 0 } });

  locked = unread.name ?? undefined;
  const second = await scan(core, options, [stays, unread, added]);
  const between = await diff(core, { runId: second });
  expect(between.fromRunId).toBe(first);
  expect(between.counts).toEqual({ new: 1, gone: 0, changed: 0, unread: 1, notAsked: 2 });
  expect(between.names).toEqual([`new ${added.name ?? ''}`, `unread ${unread.name ?? ''}`]);
  expect(between.rows[1]).toMatchObject({ code: 'AUTH_REJECTED', changes: [] });
  expect((await diff(core, { runId: second, kinds: ['unread'] })).names).toEqual([`unread ${unread.name ?? ''}`]);
  await expect(core.call('scan.listDiff', { runId: first, fromRunId: second })).rejects.toMatchObject({ code: 'request.invalid_input' });
  expect((await core.call('scan.listDiff', { runId: second, fromRunId: first, offset: 1, limit: 1 })).rows.map((row) => row.kind)).toEqual(['unread']);
});

/** Three servers read at 01:00; at 02:00 one of them says something else, one is silent and one refuses. */
function writeTwoRuns() {
  const database = openTestProject();
  const at = (hour: number): string => `2026-11-23T0${String(hour)}:00:00.000Z`;
  const observe = (serverId: string, field: string, value: string | number, hour: number, evidence: string): unknown =>
    database.runRaw('INSERT INTO observation (server_id, field, value, source, by, at, run_id, evidence_id, section) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', serverId, field, JSON.stringify(value), 'scanned', 'scan', at(hour), `run-${String(hour)}`, evidence, 'os');
  database.note(() => {
    for (const hour of [1, 2]) database.runRaw("INSERT INTO scan_run (id, kind, state, options, started_at) VALUES (?, 'ssh', 'finished', '{}', ?)", `run-${String(hour)}`, at(hour));
    for (const [index, name] of ['changes', 'falls-silent', 'refuses'].entries()) {
      database.runRaw('INSERT INTO server (id, hostname, created_at) VALUES (?, ?, ?)', `srv-${name}`, name, at(1));
      for (const hour of [1, 2]) database.runRaw("INSERT INTO evidence (id, server_id, collected_at, sha256, codec, size_bytes, body) VALUES (?, ?, ?, '', 'gzip', 0, x'')", `ev-${name}-${String(hour)}`, `srv-${name}`, at(hour));
      observe(`srv-${name}`, 'kernel', '5.10', 1, `ev-${name}-1`);
      observe(`srv-${name}`, 'cpuP95Ratio', 0.1, 1, `ev-${name}-1`);
      const [state, errors] = index === 0 ? ['done', '[]'] : ['failed', JSON.stringify([{ code: index === 1 ? 'UNREACHABLE' : 'REFUSED', params: {} }])];
      for (const [hour, result, told] of [[1, 'done', '[]'], [2, state, errors]] as const) {
        database.runRaw('INSERT INTO scan_target (id, run_id, position, host, port, state, errors, server_id, finished_at) VALUES (?, ?, ?, ?, 22, ?, ?, ?, ?)', `t-${name}-${String(hour)}`, `run-${String(hour)}`, index, name, result ?? '', told ?? '', `srv-${name}`, at(hour));
      }
    }
    observe('srv-changes', 'kernel', '6.1', 2, 'ev-changes-2');
    observe('srv-changes', 'cpuP95Ratio', 0.9, 2, 'ev-changes-2');
    observe('srv-changes', 'memBytes', 4096, 2, 'ev-changes-2');
  });
  return database;
}

test('a change tells both values and where each was read; load is no change; only silence makes a server gone', () => {
  const answer = listDiff(writeTwoRuns(), { runId: scanRunIdSchema.parse('run-2'), offset: 0, limit: 10 });
  expect(answer).toMatchObject({ fromRunId: 'run-1', total: 3, counts: { new: 0, gone: 1, changed: 1, unread: 1, notAsked: 0 } });
  expect(answer.rows.map(({ kind, hostname, code }) => [kind, hostname, code])).toEqual([['gone', 'falls-silent', 'UNREACHABLE'], ['changed', 'changes', null], ['unread', 'refuses', 'REFUSED']]);
  expect(answer.rows[1]?.changes).toEqual([
    { field: 'kernel', from: '5.10', to: '6.1', fromEvidence: { evidenceId: 'ev-changes-1', section: 'os' }, toEvidence: { evidenceId: 'ev-changes-2', section: 'os' } },
    { field: 'memBytes', from: null, to: 4096, fromEvidence: null, toEvidence: { evidenceId: 'ev-changes-2', section: 'os' } },
  ]);
});
