import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ssh2 from 'ssh2';
import type { HostSpec } from './host-spec.ts';
import { writeSeed, type Seed } from './host-seed.ts';
import { imageLayers } from './image-layers.ts';
import type { RigHost } from './rig-host.ts';
import { plug, setLink, type RigNetwork } from './rig-network.ts';

const run = promisify(execFile);

export interface RunningHost { readonly host: RigHost; readonly stop: () => Promise<void> }

function publicKey(privateKey: string): string {
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error || Array.isArray(parsed)) throw new Error('The host key cannot be read');
  return `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`;
}

/** `unshare` has one child: the host's PID 1. */
function childOf(pid: number): number {
  const child = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  if (!/^\d+$/.test(child)) throw new Error(`Process ${pid} has no single child: "${child}"`);
  return Number(child);
}

async function firstLine(child: ChildProcess, errors: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error(`The host did not boot: ${errors()}`)));
  });
}

/** From the kernel's tables of the host, so that no connection of ours stands in its log or counts against us. */
function listens(initPid: number, port: number): boolean {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return ['tcp', 'tcp6'].some((table) => readFileSync(`/proc/${initPid}/net/${table}`, 'utf8').split('\n').some((line) => new RegExp(`^\\s*\\d+: [0-9A-F]+:${hex} \\S+ 0A`).test(line)));
}

async function untilListening(initPid: number, ports: readonly number[], name: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const absent = ports.filter((port) => !listens(initPid, port));
    if (absent.length === 0) return;
    if (Date.now() > deadline) throw new Error(`${name} does not listen on ${absent.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function describe(spec: HostSpec, network: RigNetwork, index: number, initPid: number, interfaceName: string, hostKey: string): RigHost {
  const [address, address6] = [network.address(index), network.address6(index)];
  const exec = async (command: string): Promise<string> => {
    const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    const words = ['-t', String(initPid), '-m', '-u', '-i', '-n', '-p', '/usr/lib/rig/busybox', 'env', '-i', path, 'LC_ALL=C', '/bin/sh', '-c', 'cd / && eval "$1"', 'sh', command];
    return (await run('nsenter', words, { maxBuffer: 1 << 26 })).stdout;
  };
  const key = publicKey(hostKey);
  return {
    name: spec.name, spec, address, address6, port: 22, initPid, interfaceName, knownHostsLine: `${address},${address6} ${key}`,
    exec, log: () => exec('cat /var/log/sshd.log'), link: (state) => setLink(interfaceName, state),
  };
}

/** Boots one host; its processes, mounts and interface end with `stop`, or with this process. */
export async function startHost(spec: HostSpec, network: RigNetwork, index: number, seed: Seed): Promise<RunningHost> {
  const layers = await imageLayers(spec.image);
  const folder = join(network.folder, spec.name);
  for (const part of ['root', 'up', 'work']) mkdirSync(join(folder, part), { recursive: true });
  writeSeed(folder, spec, seed);
  await run('mkfifo', [join(folder, 'go')]);
  const words = ['--pdeathsig', 'KILL', 'unshare', '--net', '--mount', '--pid', '--uts', '--ipc', '--propagation', 'private', '--fork', '--kill-child=KILL'];
  const child = spawn('setpriv', [...words, '/bin/sh', join(import.meta.dirname, 'boot-host.sh'), spec.name, folder, layers.join(':')], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString('utf8'); });
  const ended = new Promise<void>((resolve) => { child.once('close', () => resolve()); });
  let initPid = 0;
  // Killing PID 1 ends every process of the host, and `unshare` leaves once all of them are gone.
  const stop = async (): Promise<void> => {
    if (initPid > 0 && child.exitCode === null) process.kill(initPid, 'SIGKILL');
    else child.kill('SIGKILL');
    await ended;
  };
  try {
    await firstLine(child, () => errors);
    initPid = childOf(child.pid ?? 0);
    const interfaceName = plug(network, index, initPid);
    writeFileSync(join(folder, 'go'), `${network.address(index)} 24 ${network.gateway} ${network.address6(index)}\n`);
    await untilListening(initPid, [22, ...(spec.ports ?? [])], spec.name);
    return { host: describe(spec, network, index, initPid, interfaceName, seed.hostKey), stop };
  } catch (error) {
    await stop();
    throw new Error(`${spec.name}: ${error instanceof Error ? error.message : String(error)} ${errors}`, { cause: error });
  }
}
