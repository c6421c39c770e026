import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { keyValues } from '../key-values.ts';
import { readCount, readNumber } from '../read-number.ts';

const LAST_SECOND = 253_402_300_799;

export function parseUptime(lines: readonly string[]): HostFacts['uptime'] {
  const values = keyValues(lines);
  const seconds = readNumber(values.get('uptime')?.split(' ')[0]);
  if (seconds === undefined) return undefined;
  const booted = readCount(values.get('btime'));
  return { seconds, ...(booted === undefined || booted > LAST_SECOND ? {} : { bootedAt: new Date(booted * 1000).toISOString() }) };
}
