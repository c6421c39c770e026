import type { CancelSignal } from '../../../shared/kernel/cancel-signal.ts';
import type { TaskInput, TaskName, TaskResult } from './task-registry.ts';

/** Runs pure, CPU-heavy tasks off the core's thread. A crash rejects with `worker.crashed` and the worker is replaced. */
export interface WorkerPool {
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>, options?: { signal?: CancelSignal; onProgress?: (fraction: number) => void }): Promise<TaskResult<Name>>;
  close(): Promise<void>;
}
