import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import ssh2 from 'ssh2';

/** A real OpenSSH server (or dropbear) on loopback, in a mount namespace of its own where its accounts exist. Needs root on Linux. */
export interface SshdUser {
  readonly name: string;
  readonly password?: string;
  /** Lines of authorized_keys. */
  readonly authorizedKeys?: readonly string[];
  /** Default /bin/sh. */
  readonly shell?: string;
  /** The password must be changed at the next login. */
  readonly expired?: boolean;
  /** 0 makes the account root's twin. Default: a number of its own. */
  readonly uid?: number;
}

export interface SshdOptions {
  readonly users: readonly SshdUser[];
  readonly host?: string;
  readonly port?: number;
  /** More lines of sshd_config. */
  readonly config?: readonly string[];
  /** Private host key text; a new ed25519 key when left out. */
  readonly hostKey?: string;
  readonly program?: 'sshd' | 'dropbear';
  /** Name of a network namespace to live in (`ip netns`); `host` is then an address of it. */
  readonly networkNamespace?: string;
  /** A host name of its own, and a machine id made from it. */
  readonly hostname?: string;
  /** Shell commands run as root in the namespace before the server starts (mounts, files under the scratch folder). */
  readonly prepare?: string;
}

export interface RunningSshd {
  readonly host: string;
  readonly port: number;
  /** `[127.0.0.1]:2222 ssh-ed25519 AAAA…` */
  readonly knownHostsLine: string;
  readonly hostKeyPublic: string;
  readonly folder: string;
  readonly pid: number;
  /** What the server wrote to its log so far. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** Why these tests cannot run here, or undefined when they can. */
export function sshdMissing(program: 'sshd' | 'dropbear' = 'sshd'): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root (private mount namespace)';
  const binary = `/usr/sbin/${program}`;
  return existsSync(binary) ? undefined : `needs ${binary}`;
}

export interface KeyPair { readonly privateKey: string; readonly publicKey: string }

/** An ed25519 pair. ssh2 1.17 writes about 1 in 300 of them so that nobody can read them (a leading zero is lost): those are thrown away. */
export function makeKeyPair(passphrase?: string): KeyPair {
  for (;;) {
    const pair = passphrase === undefined
      ? ssh2.utils.generateKeyPairSync('ed25519', { comment: 'test' })
      : ssh2.utils.generateKeyPairSync('ed25519', { comment: 'test', passphrase, cipher: 'aes256-ctr', rounds: 4 });
    if (!(ssh2.utils.parseKey(pair.private, passphrase) instanceof Error)) return { privateKey: pair.private, publicKey: pair.public };
  }
}

async function freePort(host: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function accepts(host: string, port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ host, port }, () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}

function accountFiles(folder: string, users: readonly SshdUser[]): void {
  const hash = (password: string): string => execFileSync('openssl', ['passwd', '-6', '-stdin'], { input: password, encoding: 'utf8' }).trim();
  const named = new Set(users.map((user) => user.name));
  const others = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter((line) => line !== '' && !named.has(line.split(':')[0] ?? ''));
  const today = Math.floor(Date.now() / 86_400_000);
  const passwd = others('/etc/passwd');
  const shadow = others('/etc/shadow');
  users.forEach((user, index) => {
    const uid = user.uid ?? 40_000 + index;
    const home = join(folder, `home-${user.name}`);
    passwd.push(`${user.name}:x:${uid}:${uid === 0 ? 0 : 65_534}::${home}:${user.shell ?? '/bin/sh'}`);
    shadow.push(`${user.name}:${user.password === undefined ? '*' : hash(user.password)}:${user.expired === true ? 0 : today}:0:99999:7:::`);
    mkdirSync(join(home, '.ssh'), { recursive: true, mode: 0o700 });
    writeFileSync(join(home, '.ssh/authorized_keys'), `${(user.authorizedKeys ?? []).join('\n')}\n`, { mode: 0o600 });
    execFileSync('chown', ['-R', `${uid}:65534`, home]);
  });
  const sshdUser = passwd.some((line) => line.startsWith('sshd:')) ? [] : ['sshd:x:39999:65534::/run/sshd:/usr/sbin/nologin'];
  writeFileSync(join(folder, 'passwd'), `${[...passwd, ...sshdUser].join('\n')}\n`, { mode: 0o644 });
  writeFileSync(join(folder, 'shadow'), `${shadow.join('\n')}\n`, { mode: 0o600 });
}

function serverCommand(folder: string, host: string, port: number, options: SshdOptions): string {
  if (options.program === 'dropbear') {
    execFileSync('dropbearconvert', ['openssh', 'dropbear', join(folder, 'host_key'), join(folder, 'dropbear_key')], { stdio: 'ignore' });
    return `exec /usr/sbin/dropbear -F -E -r ${folder}/dropbear_key -p ${host}:${port} -P ${folder}/pid`;
  }
  const lines = [
    `ListenAddress ${host}`, `Port ${port}`, `HostKey ${folder}/host_key`, `PidFile ${folder}/pid`,
    // sshd keeps the first value of a word.
    ...(options.config ?? []), 'UsePAM no', 'PermitRootLogin yes', 'StrictModes no', 'LogLevel VERBOSE', 'MaxStartups 200:30:400',
  ];
  writeFileSync(join(folder, 'sshd_config'), `${lines.join('\n')}\n`);
  return `exec /usr/sbin/sshd -D -e -f ${folder}/sshd_config`;
}

async function untilListening(child: ChildProcess, host: string, port: number, log: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${log()}`);
    if (await accepts(host, port)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The server does not listen: ${log()}`);
}

function ownName(folder: string, hostname: string): string[] {
  const machineId = createHash('sha256').update(hostname).digest('hex').slice(0, 32);
  writeFileSync(join(folder, 'machine-id'), `${machineId}\n`, { mode: 0o644 });
  return [`hostname ${hostname} && mount --bind ${folder}/machine-id /etc/machine-id || exit 1`];
}

export async function startSshd(options: SshdOptions): Promise<RunningSshd> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort(host));
  const folder = mkdtempSync(join(tmpdir(), `landfall-sshd-${randomBytes(3).toString('hex')}-`));
  execFileSync('chmod', ['755', folder]);
  const hostKey = options.hostKey ?? makeKeyPair().privateKey;
  writeFileSync(join(folder, 'host_key'), hostKey, { mode: 0o600 });
  const parsed = ssh2.utils.parseKey(hostKey);
  if (parsed instanceof Error || Array.isArray(parsed)) throw new Error('The host key cannot be read');
  const hostKeyPublic = `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`;
  accountFiles(folder, options.users);
  mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const script = [
    `mount --bind ${folder}/passwd /etc/passwd && mount --bind ${folder}/shadow /etc/shadow || exit 1`,
    ...(options.hostname === undefined ? [] : ownName(folder, options.hostname)),
    `export FOLDER=${folder}`, options.prepare ?? ':', serverCommand(folder, host, port, options),
  ].join('\n');
  let logged = '';
  const inNamespace = options.networkNamespace === undefined ? [] : ['ip', 'netns', 'exec', options.networkNamespace];
  const [program, ...words] = [...inNamespace, 'unshare', '--mount', '--uts', '--propagation', 'private', '/bin/sh', '-c', script];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] ?? '' } });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { logged += chunk.toString('utf8'); });
  const ended = new Promise<void>((resolve) => { child.once('close', () => resolve()); });
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(child, host, port, () => logged);
  } catch (error) {
    await close();
    throw error;
  }
  return { host, port, knownHostsLine: `[${host}]:${port} ${hostKeyPublic}`, hostKeyPublic, folder, pid: child.pid ?? 0, log: () => logged, close };
}
