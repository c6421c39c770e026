import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { contract, isMethodName, type MethodName } from '../../shared/contract/contract.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { ServedCore } from '../../electron/shells/served-core.ts';
import { startCoreWithProject } from '../support/core-fixture.ts';
import { ADAPTERS, type Adapter } from './adapters.ts';

const METHODS = Object.keys(contract).filter(isMethodName);
type Untyped = (method: string, input: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>;

/** What comes from outside is not typed; the suite must be able to say anything. */
const untyped = (client: Client): Untyped => client.call as unknown as Untyped;

async function refusal(outcome: Promise<unknown>): Promise<AppError> {
  const error: unknown = await outcome.then(() => undefined, (reason: unknown) => reason);
  if (error instanceof AppError) return error;
  throw new Error(`Expected an AppError, got ${String(error)}`);
}

async function open(adapter: Adapter): Promise<{ client: Client; core: Awaited<ReturnType<typeof startCoreWithProject>>['core'] }> {
  const { core } = await startCoreWithProject();
  const client = await adapter.open(core);
  onTestFinished(() => client.close());
  return { client, core };
}

/** A core whose `diagnostics.examine` never answers by itself, to see what reaches it. */
function hanging(core: ServedCore): { core: ServedCore; started: Promise<void>; aborted: Promise<void> } {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<void>();
  const dispatch: ServedCore['dispatch'] = (method, input, options) => {
    if (method !== 'diagnostics.examine') return core.dispatch(method, input, options);
    started.resolve();
    return new Promise((_resolve, reject) => {
      options?.signal?.addEventListener('abort', () => {
        aborted.resolve();
        reject(new AppError('request.cancelled'));
      });
    });
  };
  return { core: { dispatch, subscribe: core.subscribe, files: core.files }, started: started.promise, aborted: aborted.promise };
}

function nextEvent(client: Client, fits: (event: CoreEvent) => boolean): Promise<CoreEvent> {
  return new Promise((resolve) => {
    const end = client.subscribe((event) => {
      if (!fits(event)) return;
      end();
      resolve(event);
    });
  });
}

describe.each(ADAPTERS)('$name', (adapter) => {
  it('offers every procedure and refuses keys that its contract does not name', async () => {
    const { client } = await open(adapter);
    for (const method of METHODS) expect((await refusal(untyped(client)(method, { surplusKey: 1 }))).code, method).toBe('request.invalid_input');
  });

  it('refuses input of the wrong kind for every procedure', async () => {
    const { client } = await open(adapter);
    for (const method of METHODS) {
      for (const input of [null, 42, 'text', [], true]) expect((await refusal(untyped(client)(method, input))).code, method).toBe('request.invalid_input');
    }
  });

  it.each(['nope', 'toString', 'constructor', '__proto__', 'hasOwnProperty', 'project.getstatus', 'project'])('refuses the method %j', async (method) => {
    const { client } = await open(adapter);
    expect((await refusal(untyped(client)(method, {}))).code).toBe('request.unknown_method');
  });

  it('answers what the core answers', async () => {
    const { client, core } = await open(adapter);
    for (const method of ['project.getStatus', 'organisation.listDepartments', 'plan.getSettings', 'settings.get', 'scan.listRuns'] as const satisfies readonly MethodName[]) {
      expect(await client.call(method, {}), method).toEqual(await core.call(method, {}));
    }
  });

  it('keeps code and params of an error', async () => {
    const { client, core } = await open(adapter);
    for (const [method, input] of [['inventory.getServer', { serverId: 'none' }], ['inventory.listServers', { filter: 'nope:' }], ['project.open', { file: 'unknown-token' }], ['plan.get', {}]] as const) {
      const [here, there] = [await refusal(core.dispatch(method, input)), await refusal(untyped(client)(method, input))];
      expect(there.toPayload(), method).toEqual(here.toPayload());
    }
  });

  it('tells events to every subscriber until it unsubscribes', async () => {
    const { client } = await open(adapter);
    const settingsChanged = (event: CoreEvent): boolean => event.topic === 'changed' && event.payload.topics.includes('settings');
    const both = [nextEvent(client, settingsChanged), nextEvent(client, settingsChanged)];
    await untilConnected(client);
    await client.call('settings.save', { settings: { density: 'compact' } });
    await expect(Promise.all(both)).resolves.toHaveLength(2);
  });

  it('W12 does not change a prototype through __proto__ keys', async () => {
    const { client } = await open(adapter);
    for (const text of ['{"__proto__":{"polluted":true}}', '{"name":"x","__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}']) {
      expect((await refusal(untyped(client)('project.create', JSON.parse(text)))).code).toBe('request.invalid_input');
      expect((await refusal(untyped(client)('settings.save', { settings: JSON.parse(text) }))).code).toBe('request.invalid_input');
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('W12 refuses an array of 1,000,000 entries with a short answer', async () => {
    const { client } = await open(adapter);
    const error = await refusal(untyped(client)('inventory.editServers', { serverIds: Array.from({ length: 1_000_000 }, () => 's'), changes: { note: 'x' } }));
    expect(error.code).toBe('request.invalid_input');
    expect(JSON.stringify(error.params).length).toBeLessThan(4000);
  });

  it('carries names of every script unchanged', async () => {
    const { client } = await open(adapter);
    const name = '财政局 <img src=x onerror=alert(1)> \u{20BB7} "\\';
    await client.call('organisation.createDepartment', { name });
    expect((await client.call('organisation.listDepartments', {})).rows.map((row) => row.name)).toEqual([name]);
  });

  it('cancels a call by its signal, here and in the core', async () => {
    const { core } = await startCoreWithProject();
    const slow = hanging(core);
    const client = await adapter.open(slow.core);
    onTestFinished(() => client.close());
    const controller = new AbortController();
    const outcome = refusal(untyped(client)('diagnostics.examine', {}, { signal: controller.signal }));
    await slow.started;
    controller.abort();
    expect((await outcome).code).toBe('request.cancelled');
    await slow.aborted;
    expect((await refusal(untyped(client)('diagnostics.examine', {}, { signal: AbortSignal.abort() }))).code).toBe('request.cancelled');
  });

  it('cancels its calls when it closes, and takes no further ones', async () => {
    const { core } = await startCoreWithProject();
    const slow = hanging(core);
    const client = await adapter.open(slow.core);
    const outcome = refusal(untyped(client)('diagnostics.examine', {}));
    await slow.started;
    await client.close();
    expect((await outcome).code).toBe('request.disconnected');
    await slow.aborted;
    expect((await refusal(client.call('settings.get', {}))).code).toBe('request.disconnected');
  });

  it('leaves the jobs it started running when it closes', async () => {
    const { core } = await startCoreWithProject();
    const { department } = await core.call('organisation.createDepartment', { name: 'Finance' });
    await core.call('organisation.createSystem', { name: 'Ledger', departmentId: department.id });
    const client = await adapter.open(core);
    const ended = Promise.withResolvers<string>();
    core.subscribe((event) => {
      if (event.topic === 'job.progressed' && ['succeeded', 'failed', 'cancelled'].includes(event.payload.state)) ended.resolve(event.payload.state);
    });
    await client.call('exporting.start', { format: 'csv', table: 'departments' });
    await client.close();
    expect(await ended.promise).toBe('succeeded');
  });
});

/** A WebSocket opens in its own time; a first event proves that it is open. */
async function untilConnected(client: Client): Promise<void> {
  const seen = nextEvent(client, (event) => event.topic === 'changed').then(() => true);
  let connected = false;
  do connected = await Promise.race([seen, client.call('project.forgetRecent', { recentId: 'none' }).then(() => false)]);
  while (!connected);
}
