import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import type { ScanTarget } from '../../../../shared/model/scan.ts';
import type { CoreContext } from '../../context/core-context.ts';
import { formatEvidence, readHost, recordHostFacts } from '../../inventory/index.ts';
import { runResult, type ScanRunResult } from '../results/run-result.ts';
import { nameHost } from '../run/explain-contact.ts';
import { localUser } from '../run/local-user.ts';
import { stateOf } from '../run/record-contact.ts';
import { finishTarget, insertRun, linkRunToJob, loadQueue, setRunState, type StoredRunOptions } from '../run/store.ts';
import type { StartedScan } from './scan-job.ts';

const THIS_MACHINE: ScanTarget = { host: 'localhost', port: 22, user: null, name: null, departmentName: null, tag: null, jump: null, identityFile: null };
/** The machine itself, without a way to it. */
const LOCAL_PLACE = 'local';
const OPTIONS: StoredRunOptions = { hostKeyPolicy: 'strict', concurrency: 1, handshakesPerSecond: 1, useSudo: false, jump: null, credentialKind: 'none', heldDepartments: [], ignoreQuietHours: true };

interface LocalJobInput {
  readonly runId: ScanRunId;
}

/** Reads the machine Landfall runs on, without SSH. */
export function defineLocalScanJob(context: CoreContext): void {
  context.jobs.define<LocalJobInput, ScanRunResult>({
    kind: 'local-scan',
    pausable: false,
    resumable: false,
    run: async ({ input: { runId }, report, signal }) => {
      report({ phase: 'collect', fraction: 0, done: 0, total: 1 });
      const startedAt = context.now().toISOString();
      const startedMs = performance.now();
      // Loaded when needed: what it brings along for other systems takes longer to load than the rest of the core.
      const { collectLocal } = await import('../../../../agents/runner/collect-local.ts');
      const { facts, sections, problems } = await collectLocal({ now: context.now, signal });
      report({ phase: 'save', fraction: 0.9, done: 0, total: 1 });
      const errors = problems.map((problem) => nameHost(problem, { host: THIS_MACHINE.host, port: THIS_MACHINE.port, user: localUser() }));
      const state = stateOf(errors);
      const outcome = { state: state === 'done' ? 'scanned' : 'partial', errorCode: state === 'done' ? null : (errors[0]?.code ?? null) } as const;
      const reading = readHost(facts, formatEvidence(sections));
      const database = context.database();
      const by = context.userName();
      const finishedAt = context.now().toISOString();
      database.record({ action: 'scan.recordHost', by, summary: { runId, host: THIS_MACHINE.host, state } }, () => {
        const { serverId } = recordHostFacts(database, { reading, run: { id: runId, by }, target: THIS_MACHINE, place: LOCAL_PLACE, outcome, at: finishedAt, newId: context.newId });
        for (const { id: targetId } of loadQueue(database, runId)) {
          finishTarget(database, { targetId, state, errors, serverId, startedAt, finishedAt, durationMs: Math.round(performance.now() - startedMs) });
        }
        setRunState(database, runId, 'finished', finishedAt);
      });
      context.changed('scan', 'inventory', 'profile');
      return runResult(database, runId);
    },
  });
}

export function startLocalScan(context: CoreContext): StartedScan {
  const database = context.database();
  const runId = `run-${context.newId()}` as ScanRunId;
  database.record({ action: 'scan.start', by: context.userName(), summary: { runId, targets: 1 } }, () => {
    insertRun(database, { id: runId, kind: 'local', options: OPTIONS, startedAt: context.now().toISOString() }, [THIS_MACHINE], context.newId);
  });
  const jobId = context.jobs.start('local-scan', { runId });
  linkRunToJob(database, runId, jobId);
  return { runId, jobId };
}
