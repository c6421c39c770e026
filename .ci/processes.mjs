import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { ROOT } from './paths.mjs';

/** Where sshd, ip and visudo lie; a shell that is no login shell may leave these out. */
const SYSTEM_FOLDERS = process.platform === 'linux' ? ['/usr/local/sbin', '/usr/sbin', '/sbin'] : [];

/** The children see the Node that runs this script first on their PATH, whatever the machine has, and the system's programs last. */
function environment() {
  const inherited = (process.env.PATH ?? '').split(delimiter);
  return { ...process.env, PATH: [dirname(process.execPath), ...inherited, ...SYSTEM_FOLDERS.filter((folder) => !inherited.includes(folder))].join(delimiter) };
}

/** Runs a program on this terminal; resolves with its exit code (128 + signal number when it was ended by one). */
export function runInherited(program, programArguments, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { stdio: 'inherit', cwd: ROOT, env: environment(), ...options });
    const forward = (signal) => child.kill(signal);
    // The terminal sends SIGINT to the whole group; this process only has to outlive the child to report its code.
    const outlive = () => undefined;
    process.on('SIGTERM', forward);
    process.on('SIGINT', outlive);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', outlive);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 128 + (signal === 'SIGKILL' ? 9 : 15)));
    });
  });
}

/** Runs a program and keeps its output; resolves with code, text and duration. */
export function runCaptured(program, programArguments, options = {}) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(program, programArguments, { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT, env: environment(), ...options });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(chunks).toString('utf8'), seconds: (performance.now() - startedAt) / 1000 }));
  });
}
