import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createCore, type Core } from '../../electron/core/app/index.ts';
import type { MethodName } from '../../shared/contract/contract.ts';

/** What the screens ask of a whole city, largest first page. The first call of a kind also makes what is kept for the next. */
const CALLS: readonly (readonly [MethodName, unknown])[] = [
  ['inventory.listServers', { filter: '', sort: [], offset: 0, limit: 200 }],
  ['inventory.listServers', { filter: '部门', sort: [{ field: 'cpuP95Ratio', descending: true }], offset: 0, limit: 200 }],
  ['inventory.listFlows', { offset: 0, limit: 200 }],
  ['organisation.listDepartments', {}],
  ['organisation.listSystems', { offset: 0, limit: 200 }],
  ['assessment.listServers', { filter: '', offset: 0, limit: 200 }],
  ['assessment.listSystems', { offset: 0, limit: 200 }],
  ['plan.get', {}],
  ['plan.getProblem', {}],
  ['plan.check', {}],
  ['tracking.listSystems', { offset: 0, limit: 200 }],
  ['tracking.getProgress', {}],
  ['scan.listRuns', {}],
  ['project.getStatus', {}],
  ['project.listAudit', { offset: 0, limit: 200 }],
  ['project.verify', {}],
  ['diagnostics.examine', {}],
];

interface Blocking {
  readonly method: MethodName;
  readonly answerMs: number;
  /** The longest stretch of work after which the core's thread could take other work: its CPU time, which a busy machine does not stretch. */
  readonly longestBlockMs: number;
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function blockingOf(core: Core, method: MethodName, input: unknown): Promise<Blocking> {
  const state = { done: false };
  let longest = 0;
  const startedAt = performance.now();
  const before = threadCpuMs();
  const answer = core.dispatch(method, input).finally(() => (state.done = true));
  // The call has begun by now: what it did before it first waited counts too.
  let last = before;
  const note = (): void => {
    const now = threadCpuMs();
    longest = Math.max(longest, now - last);
    last = now;
  };
  for (note(); !state.done; note()) await nextTurn();
  await answer;
  return { method, answerMs: Math.round(performance.now() - startedAt), longestBlockMs: Math.round(longest) };
}

/** For each question of a city's screens: how long the core answered nothing else. Cold is the first call, warm the third. */
export async function benchCore(project: string, folder: string) {
  const dataDir = join(folder, 'core-data');
  const core = createCore({ shell: 'cli', dataDir, workerUrl: pathToFileURL(join(import.meta.dirname, '../../out/node/worker.js')), checkOutput: false });
  try {
    await core.call('project.open', { file: core.files.register(project, 'write') });
    const rounds: Blocking[][] = [];
    for (let round = 0; round < 3; round += 1) {
      const answers: Blocking[] = [];
      for (const [method, input] of CALLS) answers.push(await blockingOf(core, method, input));
      rounds.push(answers);
    }
    return { cold: rounds[0], warm: rounds[2], longestBlockMs: Math.max(...rounds.flat().map((answer) => answer.longestBlockMs)) };
  } finally {
    await core.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
