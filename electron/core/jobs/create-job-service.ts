import { AppError } from '../../../shared/kernel/app-error.ts';
import type { JobId } from '../../../shared/kernel/ids.ts';
import { createJobBoard, type AnyDefinition, type JobBoard, type JobBoardOptions } from './job-board.ts';
import { ENDED_STATES, NO_PROGRESS, type JobRecord } from './job-record.ts';
import { createJobRunner, type JobRunner } from './job-runner.ts';
import type { JobService } from './job-service.ts';
import { loadJobs } from './store.ts';

export interface JobServiceOptions extends JobBoardOptions {
  readonly newId: () => string;
}

/** Told by the project feature: jobs belong to the project that is open. */
export interface JobLifecycle {
  /** Reads the jobs of a project just opened; what was running when its process died becomes `interrupted`. */
  attach(): void;
  detach(): void;
}

function createLifecycle(board: JobBoard, runner: JobRunner, storage: JobBoardOptions['storage']): JobLifecycle & Pick<JobService, 'shutDown'> {
  const clear = () => {
    board.records.clear();
    board.secrets.clear();
  };
  return {
    detach: clear,
    attach: () => {
      clear();
      const database = storage();
      if (!database) return;
      for (const record of loadJobs(database)) {
        board.records.set(record.id, record);
        if (record.state === 'running' || record.state === 'queued') board.moveTo(record, 'interrupted', 'process ended');
      }
    },
    shutDown: async (timeoutMs) => {
      for (const record of board.records.values()) if (record.state === 'queued') board.moveTo(record, 'interrupted');
      const ends = runner.activeIds().map((jobId) => board.ended(jobId));
      for (const jobId of runner.activeIds()) runner.stop(jobId, 'shutdown');
      let timer: NodeJS.Timeout | undefined;
      const bound = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([Promise.all(ends), bound]);
      clearTimeout(timer);
    },
  };
}

export function createJobService(options: JobServiceOptions): JobService & JobLifecycle {
  const board = createJobBoard(options);
  const runner = createJobRunner({ board, ...options });
  const queue = (record: JobRecord) => {
    record.progress = { ...record.progress, current: null, etaSeconds: null, ratePerSecond: null };
    board.moveTo(record, 'queued');
    // After the caller has its job id.
    queueMicrotask(runner.startNext);
  };
  const notResumable = (record: JobRecord) => new AppError('job.not_resumable', { jobId: record.id, state: record.state });
  return {
    ...createLifecycle(board, runner, options.storage),
    define: (definition) => {
      const run = definition.run as AnyDefinition['run'];
      board.definitions.set(definition.kind, { ...definition, run });
    },
    start: (kind, input, secrets) => {
      board.definitionOf(kind);
      const id = `job-${options.newId()}` as JobId;
      const createdAt = options.now().toISOString();
      const record: JobRecord = { id, kind, input, state: 'queued', progress: NO_PROGRESS, attempt: 0, error: null, result: null, createdAt, startedAt: null, finishedAt: null };
      if (secrets) board.secrets.set(id, secrets);
      board.records.set(id, record);
      queue(record);
      return id;
    },
    get: (jobId) => {
      const record = board.records.get(jobId);
      return record && board.show(record);
    },
    list: () => [...board.records.values()].reverse().map(board.show),
    cancel: (jobId) => {
      const record = board.recordOf(jobId);
      if (runner.isActive(jobId)) runner.stop(jobId, 'cancel');
      else if (record.state === 'queued' || record.state === 'paused') board.moveTo(record, 'cancelled');
      return board.show(record);
    },
    pause: (jobId) => {
      const record = board.recordOf(jobId);
      if (!board.definitionOf(record.kind).pausable || !runner.isActive(jobId)) throw notResumable(record);
      runner.stop(jobId, 'pause');
      return board.show(record);
    },
    resume: (jobId) => {
      const record = board.recordOf(jobId);
      if (!board.show(record).resumable || runner.isActive(jobId)) throw notResumable(record);
      queue(record);
      return board.show(record);
    },
    finished: (jobId) => {
      const record = board.recordOf(jobId);
      return ENDED_STATES.has(record.state) && !runner.isActive(jobId) ? Promise.resolve(board.show(record)) : board.ended(jobId);
    },
  };
}
