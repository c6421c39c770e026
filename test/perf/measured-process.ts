import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface MeasuredRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** User and system time of the process and what it waited for. */
  readonly cpuSeconds: number;
  readonly peakRssBytes: number;
}

/** USER_HZ: fixed at 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const POLL_MS = 50;

/** CPU of the children this process has waited for (proc(5): cutime and cstime). */
function waitedCpuSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

function peakRss(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // The process is gone; the last reading stands.
    return 0;
  }
}

/**
 * Runs a program to its end, or kills it once `killWhen` says so of a piece of its stderr. Only one measured run at a time: the CPU
 * figure is the difference of all waited children.
 */
export async function runMeasured(program: string, programArguments: readonly string[], environment: NodeJS.ProcessEnv = process.env, killWhen?: (stderr: string) => boolean): Promise<MeasuredRun> {
  const cpuBefore = waitedCpuSeconds();
  const startedAt = performance.now();
  const child = spawn(program, programArguments, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr.push(chunk);
    if (killWhen?.(chunk.toString('utf8'))) child.kill('SIGKILL');
  });
  let peakRssBytes = 0;
  const poll = setInterval(() => (peakRssBytes = Math.max(peakRssBytes, peakRss(child.pid ?? 0))), POLL_MS);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  clearInterval(poll);
  return { exitCode, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8'), seconds: (performance.now() - startedAt) / 1000, cpuSeconds: waitedCpuSeconds() - cpuBefore, peakRssBytes };
}
