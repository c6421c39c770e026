import { expect, test } from 'vitest';
import { SilentHosts } from './silent-hosts.ts';

const silences = (hosts: SilentHosts, count: number, begunMs: number, written: number[]) => Array.from({ length: count }, (_, host) => hosts.silent(() => written.push(host), false, begunMs));

test('N41 hosts first asked before the last answer are no lost network, however many end in a row', () => {
  const [hosts, written] = [new SilentHosts(500), [] as number[]];
  hosts.answered(1000);
  expect(silences(hosts, 200, 999, written).every((question) => question === undefined)).toBe(true);
  hosts.flush();
  expect(written).toHaveLength(200);
});

test('N41 thirty first asked after it are, and none of those kept back is marked', () => {
  const [hosts, written] = [new SilentHosts(500), [] as number[]];
  hosts.answered(1000);
  silences(hosts, 20, 900, written);
  expect(silences(hosts, 30, 1001, written).at(-1)).toBe('answers-stopped');
  hosts.flush();
  expect(written).toEqual([]);
});

test('N42 of strangers, none of which ever answered, thirty at a time are marked', () => {
  const [hosts, written] = [new SilentHosts(500), [] as number[]];
  silences(hosts, 59, 0, written);
  expect(written).toHaveLength(30);
});
