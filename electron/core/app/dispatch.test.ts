import { describe, expect, test } from 'vitest';
import type { MethodName } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { createDispatcher, type DispatcherOptions } from './dispatch.ts';

type Handler = (input: unknown) => unknown;

function setUp(handler: Handler, checkAccess: DispatcherOptions['checkAccess'] = () => undefined) {
  const topics: string[] = [];
  const logged: unknown[] = [];
  const quiet = () => undefined;
  const handlers = new Proxy({} as Record<MethodName, Handler>, { get: () => handler });
  const log = { debug: quiet, info: quiet, warn: quiet, error: (_event: string, fields?: object) => logged.push(fields) };
  const dispatch = createDispatcher({ context: { log, changed: (...changed) => topics.push(...changed), newId: () => 'ref-1' }, handlers, checkAccess, checkOutput: true });
  return { dispatch, topics, logged };
}

describe('dispatch', () => {
  test.each(['nothing.here', '__proto__', 'constructor', 'toString'])('the unknown method %s is refused', async (method) => {
    await expect(setUp(() => ({})).dispatch(method, {})).rejects.toMatchObject({ code: 'request.unknown_method' });
  });

  test('an unknown key is refused by name and the handler is not run', async () => {
    let ran = false;
    const { dispatch } = setUp(() => (ran = true));
    await expect(dispatch('project.close', { force: true })).rejects.toMatchObject({ code: 'request.invalid_input', params: { fields: ['force'] } });
    expect(ran).toBe(false);
  });

  test('input is judged before access, access before the handler', async () => {
    const refuse = () => {
      throw new AppError('project.not_open');
    };
    const { dispatch } = setUp(() => ({ done: true }), refuse);
    await expect(dispatch('project.undo', { extra: 1 })).rejects.toMatchObject({ code: 'request.invalid_input' });
    await expect(dispatch('project.undo', {})).rejects.toMatchObject({ code: 'project.not_open' });
  });

  test('a command tells its topics, a query none, a failed command none', async () => {
    const command = setUp(() => ({ done: true }));
    await command.dispatch('project.forgetRecent', { recentId: 'x' });
    expect(command.topics).toEqual(['project']);
    const query = setUp(() => ({ projects: [] }));
    await query.dispatch('project.listRecent', {});
    expect(query.topics).toEqual([]);
    const failing = setUp(() => {
      throw new AppError('record.not_found');
    });
    await expect(failing.dispatch('project.forgetRecent', { recentId: 'x' })).rejects.toMatchObject({ code: 'record.not_found' });
    expect(failing.topics).toEqual([]);
  });

  test('an unexpected error becomes internal with a reference; its text stays in the log', async () => {
    const { dispatch, logged } = setUp(() => {
      throw new TypeError('password is hunter2');
    });
    await expect(dispatch('project.listRecent', {})).rejects.toMatchObject({ code: 'internal', params: { ref: 'ref-1' } });
    expect(logged).toHaveLength(1);
  });

  test('an answer that breaks the contract is a fault of ours', async () => {
    await expect(setUp(() => ({ projects: 'none' })).dispatch('project.listRecent', {})).rejects.toMatchObject({ code: 'internal' });
  });

  test('a call that was given up before it began is cancelled', async () => {
    await expect(setUp(() => ({ projects: [] })).dispatch('project.listRecent', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'request.cancelled' });
  });
});
