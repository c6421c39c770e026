// Stands in for the worker entry: dies, hangs, answers or fails as its task's name says.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, name, input }) => {
  if (name === 'createPlan' && input.die) process.exit(3);
  if (name === 'createPlan' && input.hang) return;
  if (name === 'createPlan' && input.code) parentPort.postMessage({ type: 'failed', id, code: input.code, params: { a: 1 }, message: 'm' });
  else parentPort.postMessage({ type: 'done', id, result: input });
});
