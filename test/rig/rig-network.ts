import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One bridge and one subnet per rig, so that several test processes have theirs side by side. */
export interface RigNetwork {
  readonly slot: number;
  readonly bridge: string;
  readonly folder: string;
  readonly gateway: string;
  readonly address: (index: number) => string;
  readonly address6: (index: number) => string;
}

const PREFIX = 'lfrig';
const YOUNG_MS = 60_000;
const folderOf = (slot: number): string => join(tmpdir(), `landfall-${PREFIX}${slot}`);
const ip = (...words: string[]): void => { execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] }); };

/** Start time of a process in clock ticks: with its id it names one process for good. */
function startedAt(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19];
  } catch {
    return undefined;
  }
}

function isStale(folder: string): boolean {
  const owner = join(folder, 'owner');
  if (!existsSync(owner)) return Date.now() - statSync(folder).mtimeMs > YOUNG_MS;
  const [pid = '', started = ''] = readFileSync(owner, 'utf8').split(' ');
  return startedAt(Number(pid)) !== started;
}

/**
 * What is left of a rig when its hosts are gone: mounts went with their namespaces; interfaces do too, a little later, so they
 * may be gone between being listed and being removed.
 */
function removeSlot(slot: number): void {
  const mine = new RegExp(`^${PREFIX}${slot}(v\\d+)?$`);
  for (const name of readdirSync('/sys/class/net').filter((name) => mine.test(name))) {
    try {
      ip('link', 'del', name);
    } catch (error) {
      if (existsSync(`/sys/class/net/${name}`)) throw error;
    }
  }
  rmSync(folderOf(slot), { recursive: true, force: true });
}

/** Rigs whose test process was killed: their hosts died with it (pdeathsig), their bridge and folder did not. */
export function removeStaleRigs(): void {
  for (const name of readdirSync(tmpdir())) {
    const slot = /^landfall-lfrig(\d+)$/.exec(name)?.[1];
    if (slot !== undefined && isStale(join(tmpdir(), name))) removeSlot(Number(slot));
  }
}

function claimSlot(): number {
  for (let slot = 1; slot < 250; slot += 1) {
    try {
      mkdirSync(folderOf(slot));
      writeFileSync(join(folderOf(slot), 'owner'), `${process.pid} ${startedAt(process.pid) ?? ''}`);
      return slot;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  throw new Error('No subnet is free for another rig');
}

export function openRigNetwork(): RigNetwork {
  const slot = claimSlot();
  const bridge = `${PREFIX}${slot}`;
  const address = (index: number): string => `10.213.${slot}.${index}`;
  const address6 = (index: number): string => `fd00:213:${slot}::${index}`;
  ip('link', 'add', bridge, 'type', 'bridge');
  ip('addr', 'add', `${address(1)}/24`, 'dev', bridge);
  ip('-6', 'addr', 'add', `${address6(1)}/64`, 'dev', bridge, 'nodad');
  ip('link', 'set', bridge, 'up');
  return { slot, bridge, folder: folderOf(slot), gateway: address(1), address, address6 };
}

/** Plugs a process's network namespace into the bridge as its eth0. */
export function plug(network: RigNetwork, index: number, pid: number): string {
  const outside = `${network.bridge}v${index}`;
  ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(pid));
  ip('link', 'set', outside, 'master', network.bridge, 'up');
  return outside;
}

export function setLink(outside: string, state: 'up' | 'down'): void {
  ip('link', 'set', outside, state);
}

export function closeRigNetwork(network: RigNetwork): void {
  removeSlot(network.slot);
}
