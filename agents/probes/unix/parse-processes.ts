import type { HostProcess } from '../../../shared/model/host-facts.ts';
import { KIB } from '../../../shared/kernel/quantities.ts';
import { defined, keyValues } from '../key-values.ts';
import { maskSecrets } from '../mask-secrets.ts';
import { readBytes, readCount } from '../read-number.ts';
import { CommandBlocks } from './command-blocks.ts';

/** pid, ppid and user, then the resident kB where the system has that column, then the command line. */
const ROW = /^ *(\d{1,10}) +(\d{1,10}) +(\S{1,64}) +(?:(\d{1,12}) +)?(.*)$/;
const PREFIX = /^ *\d{1,10} +\d{1,10} +\S{1,64} +(?:\d{1,12} +)?/;

/** A line of ps with the secrets of its command line masked. */
export function maskPsLine(line: string): string {
  const prefix = PREFIX.exec(line)?.[0];
  return prefix === undefined ? line : `${prefix}${maskSecrets(line.slice(prefix.length))}`;
}

function nameOf(command: string): string {
  const program = command.split(' ')[0] ?? '';
  return program.startsWith('[') || program.startsWith('-') ? command.replace(/^[[-]/, '').split(/[\s\]]/)[0] ?? '' : program.slice(program.lastIndexOf('/') + 1).replace(/:$/, '');
}

/** Without this script and what it started. Expects lines masked by `maskPsLine`. */
export function parseUnixProcesses(lines: readonly string[]): HostProcess[] {
  const blocks = new CommandBlocks(lines);
  const own = new Set([readCount(keyValues(blocks.head).get('self'))]);
  const processes = new Map<number, HostProcess>();
  for (const line of blocks.of('ps')) {
    const [, pid, ppid, user, resident, command = ''] = ROW.exec(line) ?? [];
    const [number, parent] = [readCount(pid), readCount(ppid)];
    const commandLine = command.trim();
    const name = nameOf(commandLine).slice(0, 64);
    if (number === undefined || parent === undefined || name === '' || processes.has(number)) continue;
    processes.set(number, { pid: number, ppid: parent, name, ...defined({ user, commandLine: commandLine.slice(0, 2000), residentBytes: readBytes(resident, KIB) }) });
  }
  const isOwn = (process: HostProcess | undefined, steps = 0): boolean => process !== undefined && steps < 50 && (own.has(process.pid) || (process.ppid > 1 && isOwn(processes.get(process.ppid), steps + 1)));
  return [...processes.values()].filter((process) => !isOwn(process));
}
