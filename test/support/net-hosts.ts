import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { randomBytes, randomInt } from 'node:crypto';
import { sshdMissing, startSshd, type RunningSshd, type SshdOptions } from './sshd.ts';

/** A real host of its own on the network: a network namespace with an address, a name and a real sshd. */
export interface NetHost {
  readonly name: string;
  readonly address: string;
  readonly sshd: RunningSshd;
  /** More addresses of the same host. */
  readonly addAddress: (address: string) => void;
  /** Starts a program inside; the caller ends it. */
  readonly spawn: (program: string, words: readonly string[]) => ChildProcess;
}

export interface NetHosts {
  readonly hosts: readonly NetHost[];
  /** First three parts of the network's addresses; hosts have .10, .11 … and .1 is this machine. */
  readonly prefix: string;
  readonly close: () => Promise<void>;
}

/** Why these tests cannot run here, or undefined when they can. */
export function netHostsMissing(): string | undefined {
  const missing = sshdMissing();
  if (missing !== undefined) return missing;
  if (!existsSync('/usr/sbin/ip') && !existsSync('/sbin/ip')) return 'needs ip (iproute2)';
  try {
    const name = `lf-try-${randomBytes(3).toString('hex')}`;
    ip('netns', 'add', name);
    ip('netns', 'del', name);
    return undefined;
  } catch {
    return 'needs network namespaces';
  }
}

function ip(...words: string[]): void {
  execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Hosts on one bridge of their own. */
export async function startNetHosts(names: readonly string[], options: Pick<SshdOptions, 'users'>): Promise<NetHosts> {
  const id = randomBytes(2).toString('hex');
  const bridge = `lfb${id}`;
  const prefix = `10.${randomInt(200, 250)}.${randomInt(1, 250)}`;
  const namespaces: string[] = [];
  const sshds: RunningSshd[] = [];
  const children = new Set<ChildProcess>();
  const close = async (): Promise<void> => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(sshds.map((sshd) => sshd.close()));
    for (const namespace of namespaces) ip('netns', 'del', namespace);
    ip('link', 'del', bridge);
  };
  ip('link', 'add', bridge, 'type', 'bridge');
  try {
    ip('addr', 'add', `${prefix}.1/24`, 'dev', bridge);
    ip('link', 'set', bridge, 'up');
    const hosts: NetHost[] = [];
    for (const [index, name] of names.entries()) {
      const namespace = `lf${id}n${index}`;
      const address = `${prefix}.${10 + index}`;
      ip('netns', 'add', namespace);
      namespaces.push(namespace);
      ip('link', 'add', `lfv${id}${index}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
      ip('link', 'set', `lfv${id}${index}`, 'master', bridge, 'up');
      ip('-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
      ip('-n', namespace, 'link', 'set', 'eth0', 'up');
      ip('-n', namespace, 'link', 'set', 'lo', 'up');
      const sshd = await startSshd({ ...options, host: address, port: 22, networkNamespace: namespace, hostname: name });
      sshds.push(sshd);
      hosts.push({
        name, address, sshd,
        addAddress: (more) => ip('-n', namespace, 'addr', 'add', `${more}/24`, 'dev', 'eth0'),
        spawn: (program, words) => {
          const child = spawn('ip', ['netns', 'exec', namespace, program, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
          children.add(child);
          return child;
        },
      });
    }
    return { hosts, prefix, close };
  } catch (error) {
    await close();
    throw error;
  }
}
