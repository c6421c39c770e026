import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TOPICS, type CoreEvent } from '../../../shared/contract/events.ts';
import { openEventStream, type EventSocket } from './event-stream.ts';

type Heard = (event: { data: unknown }) => void;

function fixture() {
  const sockets: { say: (type: string, data?: unknown) => void; closed: boolean }[] = [];
  const told: CoreEvent[] = [];
  const connect = (): EventSocket => {
    const listeners = new Map<string, Heard[]>();
    const socket = { closed: false, say: (type: string, data?: unknown) => listeners.get(type)?.forEach((listener) => listener({ data })) };
    sockets.push(socket);
    return { addEventListener: (type: string, listener: Heard) => void listeners.set(type, [...(listeners.get(type) ?? []), listener]), close: () => void (socket.closed = true) };
  };
  const stream = openEventStream(connect, (event) => told.push(event));
  return { sockets, told, stream };
}

const changed = (topic: 'plan' | 'scan'): CoreEvent => ({ topic: 'changed', payload: { topics: [topic] } });
const frame = (seq: number, event: CoreEvent): string => JSON.stringify({ type: 'event', seq, event });
const everything: CoreEvent = { topic: 'changed', payload: { topics: [...TOPICS] } };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells events in order and ignores what is no event', () => {
  const { sockets, told } = fixture();
  sockets[0]?.say('open');
  for (const data of [frame(0, changed('plan')), 'not json', '{"type":"other"}', new Uint8Array(3), frame(1, changed('scan'))]) sockets[0]?.say('message', data);
  expect(told).toEqual([changed('plan'), changed('scan')]);
});

it('a missing number makes everything count as changed', () => {
  const { sockets, told } = fixture();
  sockets[0]?.say('message', frame(0, changed('plan')));
  sockets[0]?.say('message', frame(2, changed('scan')));
  expect(told).toEqual([changed('plan'), everything, changed('scan')]);
});

it('connects again with growing pauses, and then everything counts as changed', () => {
  const { sockets, told } = fixture();
  sockets[0]?.say('open');
  sockets[0]?.say('error');
  sockets[0]?.say('close');
  vi.advanceTimersByTime(249);
  expect(sockets).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sockets).toHaveLength(2);
  sockets[1]?.say('close');
  vi.advanceTimersByTime(499);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(1);
  sockets[2]?.say('open');
  expect(told).toEqual([everything]);
});

it('stays closed once closed', () => {
  const { sockets, stream } = fixture();
  sockets[0]?.say('close');
  stream.close();
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
});
