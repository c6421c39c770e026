import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { KIB } from '../../../shared/kernel/quantities.ts';
import { readBytes } from '../read-number.ts';

export function parseMemory(lines: readonly string[]): HostFacts['memory'] {
  const values = new Map<string, number>();
  for (const line of lines) {
    const [name, amount, unit] = line.split(/\s+/);
    const bytes = readBytes(amount, KIB);
    if (name?.endsWith(':') === true && unit === 'kB' && bytes !== undefined) values.set(name.slice(0, -1), bytes);
  }
  const memBytes = values.get('MemTotal');
  const swapBytes = values.get('SwapTotal');
  return memBytes === undefined ? undefined : { memBytes, swapBytes: swapBytes ?? 0 };
}
