import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RigHost } from './rig-host.ts';

/** One thing a process did. `image` is the argument list of the program it was at that moment. */
export interface TracedCall {
  readonly image: readonly string[];
  readonly name: string;
  /** Of a file call: absolute, as the process named it. */
  readonly path: string;
  readonly flags: string;
  readonly succeeded: boolean;
}

export interface Trace {
  /** Programs that were started, as their argument lists. */
  readonly programs: readonly (readonly string[])[];
  /** All else that was traced: opens, and whatever makes, renames, removes or connects. */
  readonly calls: readonly TracedCall[];
}

const CALLS = 'trace=%process,open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,chmod,fchmodat,chown,fchownat,truncate,utimensat,mknod,mknodat,connect';
const STRING = /"((?:[^"\\]|\\.)*)"/g;
const strings = (text: string): string[] => [...text.matchAll(STRING)].map((match) => match[1] ?? '');

interface Line { readonly name: string; readonly body: string; readonly result: string }

function readLines(file: string): readonly Line[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const match = /^(\w+)\((.*)\) += (.*)$/.exec(line);
    return match ? [{ name: match[1] ?? '', body: match[2] ?? '', result: match[3] ?? '' }] : [];
  });
}

const failed = (line: Line): boolean => line.result.startsWith('-1') || line.result.startsWith('?');
/** As the process asked for it; `-y` shows where a relative path begins: `openat(AT_FDCWD</root>, "x"`. */
function pathOf({ body, name }: Line): string {
  const [asked = body] = strings(body);
  const folder = /^(?:AT_FDCWD|\d+)<(.*?)>/.exec(body)?.[1] ?? '';
  return asked.startsWith('/') || name === 'connect' ? asked : `${folder}/${asked}`;
}

/** Follows every process from the one that runs `entry` on; what came before (sshd's own login) is left out. */
function follow(lines: ReadonlyMap<number, readonly Line[]>, entry: string): Trace {
  const programs: (readonly string[])[] = [];
  const calls: TracedCall[] = [];
  const walk = (pid: number, image: readonly string[], inside: boolean): void => {
    let [current, within] = [image, inside];
    for (const line of lines.get(pid) ?? []) {
      if (/^(v?fork|clone3?)$/.test(line.name)) {
        const child = /\/\* (\d+) in strace's PID NS/.exec(line.result)?.[1];
        if (child !== undefined) walk(Number(child), current, within);
      } else if (line.name === 'execve') {
        if (failed(line)) continue;
        current = strings(/\[(.*)\]/s.exec(line.body)?.[1] ?? '');
        within ||= current.some((word) => word.includes(entry));
        if (within) programs.push(current);
      } else if (within && !/^(exit|exit_group|wait4|waitid|kill|tkill|tgkill|rt_sigqueueinfo|pidfd_\w+)$/.test(line.name)) {
        calls.push({ image: current, name: line.name, path: pathOf(line), flags: /\bO_[A-Z_|]+/.exec(line.body)?.[0] ?? '', succeeded: !failed(line) });
      }
    }
  };
  const children = new Set([...lines.values()].flat().flatMap((line) => /\/\* (\d+) in strace's PID NS/.exec(line.result)?.[1] ?? []));
  for (const pid of lines.keys()) if (!children.has(String(pid))) walk(pid, [], false);
  return { programs, calls };
}

const childrenOf = (pid: number): string[] => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter((word) => word !== '');
const running = (host: RigHost): string => readdirSync(`/proc/${host.initPid}/root/proc`).filter((name) => /^\d+$/.test(name)).join(' ');

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Runs `action` while strace follows the host's SSH server and all it starts. Ends when every process that came with it has gone,
 * so that nothing done after the answer escapes; throws when one stays. `entry` is part of the first argument list that counts.
 */
export async function traceHost(host: RigHost, entry: string, action: () => Promise<void>): Promise<Trace> {
  const server = childrenOf(host.initPid).find((pid) => /^(sshd|dropbear)/.test(readFileSync(`/proc/${pid}/comm`, 'utf8')));
  if (server === undefined) throw new Error(`${host.name} runs no SSH server`);
  const folder = mkdtempSync(join(tmpdir(), 'landfall-trace-'));
  const before = running(host);
  const tracer = spawn('strace', ['-ff', '-y', '-s', '400', '--pidns-translation', '-e', CALLS, '-o', join(folder, 'trace'), '-p', server], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => { tracer.once('exit', () => resolve()); });
  try {
    await new Promise<void>((resolve, reject) => {
      tracer.stderr.once('data', (chunk: Buffer) => { if (chunk.includes('attached')) resolve(); else reject(new Error(chunk.toString('utf8'))); });
    });
    await action();
    await until(() => running(host) === before, `the processes of ${host.name} are those of before`);
    tracer.kill('SIGTERM');
    await ended;
    const lines = new Map(readdirSync(folder).map((name) => [Number(name.split('.')[1]), readLines(join(folder, name))] as const));
    return follow(lines, entry);
  } finally {
    tracer.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
