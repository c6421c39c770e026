import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError, errorFromPayload, type ErrorParams } from '../../../shared/kernel/app-error.ts';
import type { CancelSignal } from '../../../shared/kernel/cancel-signal.ts';
import type { WorkerPool } from './worker-pool.ts';
import { workerReplySchema, type TaskRequest, type WorkerReply } from './worker-messages.ts';

export interface WorkerPoolOptions {
  readonly workerUrl: URL;
  readonly size?: number;
}

interface Task {
  readonly request: TaskRequest;
  readonly signal: CancelSignal | undefined;
  readonly onProgress: ((fraction: number) => void) | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Slot {
  readonly worker: Worker;
  task: Task | undefined;
}

const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 128, stackSizeMb: 8 };

function failure(reply: WorkerReply & { type: 'failed' }): Error {
  if (reply.code === undefined) return new Error(reply.message);
  return errorFromPayload({ code: reply.code, params: (reply.params ?? {}) as ErrorParams });
}

/** Threads start with the first task. Cancelling ends the thread of that task, which cannot be interrupted otherwise. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const size = options.size ?? Math.max(1, availableParallelism() - 1);
  const slots = new Set<Slot>();
  const waiting: Task[] = [];
  let nextId = 0;
  let closed = false;

  const settle = (slot: Slot, how: (task: Task) => void) => {
    const task = slot.task;
    slot.task = undefined;
    if (task) how(task);
    pump();
  };
  const lose = (slot: Slot, error: unknown) => {
    if (!slots.delete(slot)) return;
    settle(slot, (task) => task.reject(closed || task.signal?.aborted ? new AppError('request.cancelled') : new AppError('worker.crashed', { task: task.request.name }, { cause: error })));
  };
  const hear = (slot: Slot, message: unknown) => {
    const reply = workerReplySchema.parse(message);
    if (reply.id !== slot.task?.request.id) return;
    if (reply.type === 'progress') slot.task.onProgress?.(reply.fraction);
    else if (reply.type === 'done') settle(slot, (task) => task.resolve(reply.result));
    else settle(slot, (task) => task.reject(failure(reply)));
  };
  const grow = (): Slot => {
    const slot: Slot = { worker: new Worker(options.workerUrl, { resourceLimits: LIMITS }), task: undefined };
    slot.worker.on('message', (message) => hear(slot, message));
    slot.worker.on('error', (error) => lose(slot, error));
    slot.worker.on('exit', (code) => lose(slot, new Error(`exit code ${code}`)));
    slot.worker.unref();
    slots.add(slot);
    return slot;
  };
  const assign = (slot: Slot, task: Task) => {
    slot.task = task;
    slot.worker.ref();
    task.signal?.addEventListener('abort', () => slot.task === task && void slot.worker.terminate(), { once: true });
    slot.worker.postMessage(task.request);
  };
  const pump = () => {
    if (closed) return;
    while (waiting.length > 0) {
      const slot = [...slots].find((candidate) => !candidate.task) ?? (slots.size < size ? grow() : undefined);
      const task = slot && waiting.shift();
      if (!slot || !task) return;
      if (task.signal?.aborted) task.reject(new AppError('request.cancelled'));
      else assign(slot, task);
    }
    for (const slot of slots) if (!slot.task) slot.worker.unref();
  };

  return {
    run: (name, input, call) =>
      new Promise((resolve, reject) => {
        nextId += 1;
        const task: Task = { request: { id: nextId, name, input }, signal: call?.signal, onProgress: call?.onProgress, resolve: (result) => resolve(result as never), reject };
        if (closed) reject(new AppError('request.cancelled'));
        else waiting.push(task);
        pump();
      }),
    close: async () => {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(new AppError('request.cancelled'));
      await Promise.all([...slots].map((slot) => slot.worker.terminate()));
    },
  };
}
