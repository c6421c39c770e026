import { execFileSync } from 'node:child_process';
import { makeKeyPair, type KeyPair } from '../support/sshd.ts';
import type { HostSpec } from './host-spec.ts';
import type { RigHost } from './rig-host.ts';
import { closeRigNetwork, openRigNetwork, removeStaleRigs } from './rig-network.ts';
import { startHost, type RunningHost } from './start-host.ts';

export interface RigOptions { readonly hosts: readonly HostSpec[] }

export interface Rig {
  readonly hosts: readonly RigHost[];
  readonly host: (name: string) => RigHost;
  /** Logs in to every account that takes keys. */
  readonly key: KeyPair;
  /** Where this machine's connections come from, as the hosts see them. */
  readonly gateway: string;
  /** This machine's interface to the hosts: the scope of their link-local addresses. */
  readonly bridge: string;
  /** The true keys of all hosts, as known_hosts. */
  readonly knownHostsText: string;
  readonly stop: () => Promise<void>;
}

/** Addresses of the hosts: .10, .11 … */
const FIRST = 10;

function rsaKey(): string {
  return execFileSync('openssl', ['genrsa', '-traditional', '2048'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

async function untilReady(host: RigHost): Promise<void> {
  const { ready } = host.spec;
  if (ready === undefined) return;
  const deadline = Date.now() + 60_000;
  const answers = async (): Promise<boolean> => await host.exec(ready).then(() => true, () => false);
  while (!(await answers())) {
    if (Date.now() > deadline) throw new Error(`${host.name} does not get ready: ${ready}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts all hosts side by side on a bridge of their own. Builds what the image cache does not have (minutes, once). */
export async function startRig({ hosts: specs }: RigOptions): Promise<Rig> {
  removeStaleRigs();
  const network = openRigNetwork();
  const login = makeKeyPair();
  const neighbours = specs.map((spec, index) => `${network.address(index + FIRST)} ${spec.name}`);
  const started = await Promise.allSettled(specs.map((spec, index) => {
    const rsa = spec.hostKey === 'rsa';
    return startHost(spec, network, index + FIRST, { login, neighbours, hostKey: rsa ? rsaKey() : makeKeyPair().privateKey, hostKeyType: rsa ? 'rsa' : 'ed25519' });
  }));
  const running = started.flatMap((result): RunningHost[] => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((each) => each.stop()));
    closeRigNetwork(network);
  };
  const hosts = running.map((each) => each.host);
  const failed = [...started, ...(await Promise.allSettled(hosts.map(untilReady)))].find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const host = (name: string): RigHost => {
    const found = hosts.find((each) => each.name === name);
    if (!found) throw new Error(`No host ${name} in this rig`);
    return found;
  };
  return { hosts, host, key: login, gateway: network.gateway, bridge: network.bridge, knownHostsText: `${hosts.map((each) => each.knownHostsLine).join('\n')}\n`, stop };
}
