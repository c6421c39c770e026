import type { HostProcess } from '../../../shared/model/host-facts.ts';
import { KIB } from '../../../shared/kernel/quantities.ts';
import { maskSecrets } from '../mask-secrets.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';

/** The section's text as it may be kept: every command line with its secrets masked. */
export function maskProcessLine(line: string): string {
  if (!line.startsWith('C ')) return line;
  const space = line.indexOf(' ', 2);
  return space < 0 ? line : `${line.slice(0, space + 1)}${maskSecrets(line.slice(space + 1))}`;
}

function parseProcess([, pid, ppid, user, resident, ...name]: readonly string[]): HostProcess | undefined {
  const [number, parent] = [readCount(pid), readCount(ppid)];
  const shown = name.join(' ');
  if (number === undefined || parent === undefined || shown === '') return undefined;
  return { pid: number, ppid: parent, name: shown.slice(0, 64), ...defined({ user: user === '' ? undefined : user?.slice(0, 64), residentBytes: readBytes(resident, KIB) }) };
}

/** Expects lines already masked by `maskProcessLine`. */
export function parseProcesses(lines: readonly string[]): HostProcess[] {
  const processes = new Map<number, HostProcess>();
  for (const line of lines) {
    if (line.startsWith('P ')) {
      const process = parseProcess(line.split(' '));
      if (process && !processes.has(process.pid)) processes.set(process.pid, process);
    } else if (line.startsWith('C ')) {
      const space = line.indexOf(' ', 2);
      const pid = readCount(line.slice(2, space < 0 ? undefined : space));
      const process = pid === undefined ? undefined : processes.get(pid);
      if (process && space > 0) process.commandLine = line.slice(space + 1).trim();
    }
  }
  return [...processes.values()];
}

/** `total <n>`: more processes than are listed; the section is then cut and says so. */
export function parseProcessTotal(lines: readonly string[]): number | undefined {
  const [first = ''] = lines;
  return first.startsWith('total ') ? readCount(first.slice(6)) : undefined;
}
