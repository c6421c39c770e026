import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { defined, keyValues } from '../key-values.ts';
import { readCount, readNumber } from '../read-number.ts';

export function parseCpu(lines: readonly string[]): HostFacts['cpu'] {
  const values = keyValues(lines);
  const threads = readCount(values.get('threads'));
  if (threads === undefined || threads === 0) return undefined;
  const count = (key: string): number | undefined => readCount(values.get(key)) ?? readCount(values.get(`cpuinfo-${key}`));
  const model = (values.get('lscpu-model') ?? values.get('model'))?.split(/\s+/).join(' ').slice(0, 200);
  return { threads, ...defined({ model, sockets: count('sockets'), cores: count('cores'), mhz: readNumber(values.get('mhz')) ?? readNumber(values.get('lscpu-mhz')) }) };
}
