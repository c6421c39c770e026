import { parentPort } from 'node:worker_threads';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { TASKS, type TaskCall, type TaskName } from './task-registry.ts';
import type { TaskRequest, WorkerReply } from './worker-messages.ts';

const port = parentPort;
if (!port) throw new Error('worker-entry runs only as a worker thread');

function isTaskName(name: string): name is TaskName {
  return Object.hasOwn(TASKS, name);
}

async function answer(request: TaskRequest): Promise<WorkerReply> {
  try {
    if (!isTaskName(request.name)) throw new Error(`No task named ${request.name}`);
    const task = TASKS[request.name] as (input: unknown, call: TaskCall) => unknown;
    const onProgress = (fraction: number) => port?.postMessage({ type: 'progress', id: request.id, fraction } satisfies WorkerReply);
    return { type: 'done', id: request.id, result: await task(request.input, { onProgress }) };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return error instanceof AppError ? { type: 'failed', id: request.id, code: error.code, params: { ...error.params }, message } : { type: 'failed', id: request.id, message };
  }
}

port.on('message', (request: TaskRequest) => {
  void answer(request).then((reply) => port.postMessage(reply));
});
