import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeKeyPair, startSshd, type RunningSshd } from '../support/sshd.ts';
import type { CpuGroup } from './cpu-group.ts';

/** Real OpenSSH servers on loopback addresses, in a group of their own; each server has its own name, machine id and key. */
export interface SshdFarm {
  readonly folder: string;
  readonly user: string;
  readonly keyFile: string;
  readonly knownHostsFile: string;
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  /** Seconds each emulated answer takes. */
  wait(seconds: number): void;
  stop(): Promise<void>;
}

export interface FarmOptions {
  readonly folder: string;
  readonly servers: number;
  /** sshd listens on 16 sockets at most. */
  readonly addressesEach: number;
  readonly group: CpuGroup;
  /** Second octet of the addresses: 127.<subnet>.<server>.<address>. */
  readonly subnet: number;
  /** Answers come from a record: `emulate-host.sh`. */
  readonly emulated: boolean;
}

const USER = 'scan';

function serverConfig(folder: string, addresses: readonly string[], emulated: boolean): string[] {
  const force = emulated ? [`ForceCommand /bin/sh ${folder}/emulate-host.sh ${folder}`] : [];
  return [...addresses.slice(1).map((address) => `ListenAddress ${address}`), 'MaxStartups 2000', 'MaxSessions 100', 'LogLevel ERROR', 'PrintMotd no', 'Subsystem sftp /usr/lib/openssh/sftp-server', ...force];
}

export async function startSshdFarm({ folder, servers, addressesEach, group, subnet, emulated }: FarmOptions): Promise<SshdFarm> {
  mkdirSync(folder, { recursive: true });
  // The account records its answers here.
  chmodSync(folder, 0o777);
  copyFileSync(join(import.meta.dirname, 'emulate-host.sh'), join(folder, 'emulate-host.sh'));
  const key = makeKeyPair();
  const [keyFile, knownHostsFile] = [join(folder, 'key'), join(folder, 'known_hosts')];
  writeFileSync(keyFile, key.privateKey, { mode: 0o600 });
  const running: { readonly sshd: RunningSshd; readonly addresses: readonly string[] }[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(({ sshd }) => sshd.close()));
  };
  try {
    for (let server = 1; server <= servers; server += 1) {
      const addresses = Array.from({ length: addressesEach }, (_, index) => `127.${subnet}.${server}.${index + 1}`);
      const sshd = await startSshd({ users: [{ name: USER, authorizedKeys: [key.publicKey] }], host: addresses[0] ?? '', hostname: `farm-${server}`, config: serverConfig(folder, addresses, emulated), prepare: group.enter });
      running.push({ sshd, addresses });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  // The first address of every server comes first, so that a short list is one of many servers.
  const hosts = Array.from({ length: addressesEach }, (_, index) => running.map(({ sshd, addresses }) => ({ host: addresses[index] ?? '', port: sshd.port, key: sshd.hostKeyPublic }))).flat();
  writeFileSync(knownHostsFile, hosts.map(({ host, port, key: hostKey }) => `[${host}]:${port} ${hostKey}\n`).join(''));
  const wait = (seconds: number): void => writeFileSync(join(folder, 'wait'), `${seconds}\n`);
  wait(0);
  return { folder, user: USER, keyFile, knownHostsFile, hosts: hosts.map(({ host, port }) => ({ host, port })), wait, stop };
}
