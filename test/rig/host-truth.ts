import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Filesystem, Flow, HostProcess, Listener } from '../../shared/model/host-facts.ts';
import type { RigHost } from './rig-host.ts';

/**
 * What is true of a host, asked by other means than the scan's: iproute2's `ss` and `ip` of this machine in the host's network
 * namespace, statfs and /proc through its root, dpkg-query inside. Nothing here reads the scan's own text.
 */

const run = promisify(execFile);
const inNetwork = async (host: RigHost, ...words: string[]): Promise<string> => (await run('nsenter', ['-t', String(host.initPid), '-n', ...words], { maxBuffer: 1 << 26 })).stdout;

interface Socket { readonly transport: 'tcp' | 'udp'; readonly state: string; readonly local: Endpoint; readonly peer: Endpoint; readonly processNames: readonly string[]; readonly pids: readonly number[] }
interface Endpoint { readonly address: string; readonly port: number }

function endpoint(text: string): Endpoint {
  const at = text.lastIndexOf(':');
  const address = text.slice(0, at).replace(/^\[|\]$|%.*$/g, '').replace(/^::ffff:/, '');
  return { address: address === '*' ? '::' : address, port: text.endsWith(':*') ? 0 : Number(text.slice(at + 1)) };
}

async function sockets(host: RigHost): Promise<readonly Socket[]> {
  const lines = (await inNetwork(host, 'ss', '-Htunap')).trim().split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [transport = '', state = '', , , local = '', peer = '', ...users] = line.split(/\s+/);
    const owners = [...users.join(' ').matchAll(/\("([^"]*)",pid=(\d+)/g)];
    return {
      transport: transport === 'udp' ? 'udp' : 'tcp', state, local: endpoint(local), peer: endpoint(peer),
      processNames: [...new Set(owners.map((each) => each[1] ?? ''))], pids: owners.map((each) => Number(each[2])),
    };
  });
}

/** One line each, comparable as text: `tcp 0.0.0.0:80 nginx`. */
export const listenerLine = ({ transport, address, port, processName }: Omit<Listener, 'pid'>): string => `${transport} ${address}:${port} ${processName ?? '-'}`;
export const flowLine = ({ transport, direction, peerAddress, port, processName, connections }: Flow): string => `${transport} ${direction} ${peerAddress}:${port} ${processName ?? '-'} ${connections}`;

export async function trueListeners(host: RigHost): Promise<readonly string[]> {
  const open = (await sockets(host)).filter(({ state }) => state === 'LISTEN' || state === 'UNCONN');
  return open.map(({ transport, local, processNames }) => listenerLine({ transport, ...local, processName: processNames.join('+') })).toSorted();
}

/** Folded as the product folds them. `but`: a peer whose SSH connections are the scan's own. */
export async function trueFlows(host: RigHost, but: string): Promise<readonly string[]> {
  const all = await sockets(host);
  const listening = new Set(all.filter(({ state }) => state === 'LISTEN').map(({ local }) => local.port));
  const folded = new Map<string, Flow>();
  for (const { transport, state, local, peer, processNames } of all) {
    if (['LISTEN', 'UNCONN', 'SYN-SENT', 'SYN-RECV'].includes(state) || peer.address === but) continue;
    const inbound = listening.has(local.port);
    const key = `${transport} ${inbound} ${peer.address} ${inbound ? local.port : peer.port}`;
    const [processName] = processNames;
    const known = folded.get(key);
    folded.set(key, {
      transport, direction: inbound ? 'inbound' : 'outbound', peerAddress: peer.address, port: inbound ? local.port : peer.port, connections: (known?.connections ?? 0) + 1,
      ...(processName === undefined ? {} : { processName }),
    });
  }
  return [...folded.values()].map(flowLine).toSorted();
}

export async function truePackages(host: RigHost): Promise<readonly string[]> {
  const text = await host.exec(String.raw`dpkg-query -W -f '${'$'}{db:Status-Status}|${'$'}{Package}|${'$'}{Version}|${'$'}{Architecture}\n'`);
  return text.split('\n').filter((line) => line.startsWith('installed|')).map((line) => line.slice('installed|'.length)).toSorted();
}

const PSEUDO = new Set(['proc', 'sysfs', 'tmpfs', 'devpts', 'devtmpfs', 'mqueue', 'cgroup', 'cgroup2']);

/** Sizes by statfs(2) through the host's root. */
export function trueFilesystems(host: RigHost): readonly Omit<Filesystem, 'remote'>[] {
  const mounts = readFileSync(`/proc/${host.initPid}/mounts`, 'utf8').trim().split('\n').map((line) => line.split(' ').map((word) => word.replaceAll('\\040', ' ')));
  return mounts.filter(([, , fsType = '']) => !PSEUDO.has(fsType)).map(([source = '', mountPoint = '', fsType = '']) => {
    const { bsize, blocks, bfree, bavail } = statfsSync(`/proc/${host.initPid}/root${mountPoint}`);
    return { mountPoint, source, fsType, sizeBytes: bsize * blocks, usedBytes: bsize * (blocks - bfree), availableBytes: bsize * bavail };
  });
}

/** From the host's own /proc, seen through its root: `pid name uid`. */
export function trueProcesses(host: RigHost): ReadonlyMap<number, Pick<HostProcess, 'name' | 'ppid'> & { readonly uid: number }> {
  const proc = `/proc/${host.initPid}/root/proc`;
  const found = new Map<number, { name: string; ppid: number; uid: number }>();
  for (const pid of readdirSync(proc).filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`${proc}/${pid}/status`, 'utf8');
      const field = (name: string): string => new RegExp(`^${name}:\\s*(\\S.*)$`, 'm').exec(status)?.[1] ?? '';
      found.set(Number(pid), { name: field('Name'), ppid: Number(field('PPid')), uid: Number(field('Uid').split(/\s/)[0]) });
    } catch (error) {
      // It ended between the listing and the reading.
      if (!(error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))) throw error;
    }
  }
  return found;
}

export async function trueAddresses(host: RigHost): Promise<readonly string[]> {
  const links = JSON.parse(await inNetwork(host, 'ip', '-j', 'addr')) as { ifname: string; address?: string; addr_info: { local: string; prefixlen: number }[] }[];
  return links.flatMap(({ ifname, address, addr_info: addresses }) => addresses.map((each) => `${ifname} ${ifname === 'lo' ? '-' : (address ?? '-')} ${each.local}/${each.prefixlen}`)).toSorted();
}
