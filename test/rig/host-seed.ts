import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeyPair } from '../support/sshd.ts';
import type { HostSpec, RigUser } from './host-spec.ts';

/** What goes over the image before the host starts: accounts, keys, its init table, its own files. */
export interface Seed {
  /** Logs in to every account that takes seed. */
  readonly login: KeyPair;
  /** The host's own key in OpenSSH's form; its type's name in `hostKeyType`. */
  readonly hostKey: string;
  readonly hostKeyType: 'ed25519' | 'rsa';
  /** Lines of /etc/hosts: every host of the rig. */
  readonly neighbours: readonly string[];
}

const home = (user: RigUser): string => (user.uid === 0 && user.name === 'root' ? '/root' : `/home/${user.name}`);
const hash = (password: string): string => execFileSync('openssl', ['passwd', '-6', '-stdin'], { input: password, encoding: 'utf8' }).trim();

function put(folder: string, path: string, text: string, mode = 0o644): void {
  const target = join(folder, 'seed/files', path);
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  writeFileSync(target, text);
  chmodSync(target, mode);
}

function accounts(folder: string, users: readonly RigUser[], seed: Seed): void {
  const added = users.filter((user) => user.name !== 'root');
  const today = Math.floor(Date.now() / 86_400_000);
  const lines = (line: (user: RigUser) => string): string => added.map((user) => `${line(user)}\n`).join('');
  writeFileSync(join(folder, 'seed/passwd'), lines((user) => `${user.name}:x:${user.uid}:${user.uid}::${home(user)}:${user.shell ?? '/bin/sh'}`));
  // A group named `admin` is not given to anybody: for its members Debian's sudo leaves a file in the home.
  writeFileSync(join(folder, 'seed/group'), lines((user) => `${user.sudo === undefined ? user.name : `rig${user.uid}`}:x:${user.uid}:`));
  writeFileSync(join(folder, 'seed/shadow'), lines((user) => `${user.name}:${user.password === undefined ? '*' : hash(user.password)}:${user.expired === true ? 0 : today}:0:99999:7:::`));
  for (const user of users) {
    if (user.key !== false) put(folder, `${home(user)}/.ssh/authorized_keys`, `${seed.login.publicKey}\n`, 0o600);
    const own = join(folder, 'seed/files', home(user));
    mkdirSync(own, { recursive: true });
    chmodSync(own, 0o750);
    execFileSync('chown', ['-R', `${user.uid}:${user.uid}`, own]);
  }
}

function initTable(folder: string, spec: HostSpec): void {
  const server = spec.server === 'dropbear'
    ? 'exec /usr/sbin/dropbear -F -E -r /etc/dropbear/host_key -p 22 2>>/var/log/sshd.log'
    : 'exec /usr/sbin/sshd -D -E /var/log/sshd.log';
  const services = [server, ...(spec.services ?? [])];
  services.forEach((command, index) => { put(folder, `/etc/rig/service-${index}`, `#!/bin/sh\n${command}\n`, 0o755); });
  put(folder, '/etc/rig/boot', `#!/bin/sh\n${(spec.boot ?? []).join('\n')}\n`, 0o755);
  put(folder, '/etc/inittab', ['::sysinit:/etc/rig/boot', ...services.map((_, index) => `::respawn:/etc/rig/service-${index}`), ''].join('\n'));
  if (spec.beforeInit) put(folder, '/etc/rig/before-init', `#!/bin/sh\nset -eu\n${spec.beforeInit.join('\n')}\n`, 0o755);
}

function serverFiles(folder: string, spec: HostSpec, seed: Seed): void {
  if (spec.server === 'dropbear') {
    const openssh = join(folder, 'host_key');
    writeFileSync(openssh, seed.hostKey, { mode: 0o600 });
    mkdirSync(join(folder, 'seed/files/etc/dropbear'), { recursive: true });
    execFileSync('dropbearconvert', ['openssh', 'dropbear', openssh, join(folder, 'seed/files/etc/dropbear/host_key')], { stdio: 'ignore' });
    return;
  }
  const hostKeyPath = `/etc/ssh/ssh_host_${seed.hostKeyType}_key`;
  put(folder, hostKeyPath, seed.hostKey, 0o600);
  put(folder, '/etc/ssh/sshd_config.d/00-rig.conf', [...(spec.sshdConfig ?? []), `HostKey ${hostKeyPath}`, 'LogLevel VERBOSE', 'UseDNS no', ''].join('\n'), 0o600);
}

export function writeSeed(folder: string, spec: HostSpec, seed: Seed): void {
  mkdirSync(join(folder, 'seed/files'), { recursive: true });
  accounts(folder, spec.users, seed);
  initTable(folder, spec);
  serverFiles(folder, spec, seed);
  put(folder, '/etc/hostname', `${spec.name}\n`);
  put(folder, '/etc/hosts', `127.0.0.1 localhost\n::1 localhost\n${seed.neighbours.join('\n')}\n`);
  if (spec.image.kind === 'debian') put(folder, '/etc/machine-id', `${createHash('md5').update(`${folder}/${spec.name}`).digest('hex')}\n`, 0o444);
  const rules = spec.users.flatMap((user) => (user.sudo === undefined ? [] : [`${user.name} ${user.sudo}`]));
  if (rules.length > 0) put(folder, '/etc/sudoers.d/rig', `${rules.join('\n')}\n`, 0o440);
  for (const file of spec.files ?? []) put(folder, file.path, file.text, file.mode);
  // Not under /sbin: on newer releases that is a link, and a folder cannot be laid over it.
  const tools = join(folder, 'seed/files/usr/lib/rig');
  mkdirSync(tools, { recursive: true });
  copyFileSync('/bin/busybox', join(tools, 'busybox'));
  symlinkSync('busybox', join(tools, 'init'));
  mkdirSync(join(folder, 'seed/files/var/log'), { recursive: true });
}
