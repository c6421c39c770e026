import type { Socket } from 'node:net';
import ssh2, { type Algorithms, type AuthContext, type Connection, type ServerChannel } from 'ssh2';
import type { CityServer } from './city.ts';
import { readDwellRequest, type DwellRequest, type DwellVoice } from './speak-dwell.ts';
import { type Reply, writeAnswer } from './write-answer.ts';

/** Who is let in, and what a probe is answered. */
export interface SshHost {
  readonly server: CityServer;
  /** OpenSSH private key of the host. */
  readonly hostKey: string;
  readonly user: string;
  /** The one public key that is let in, in SSH wire format. */
  readonly clientPublicKey: Buffer;
  /** The answer to an exec command and what came on its stdin; undefined: there is no such command. */
  readonly answer: (server: CityServer, command: string, stdin: string) => string | undefined;
  /** How the host speaks in a dwell. */
  readonly dwell: (server: CityServer, command: string, request: DwellRequest) => DwellVoice;
  readonly slowMs: number;
}

const MAX_STDIN_BYTES = 1024 * 1024;
const AUTH_DEADLINE_MS = 30_000;
const NOT_FOUND = 127;
const OLD_CRYPTO: Algorithms = { kex: ['diffie-hellman-group14-sha1'], cipher: ['aes128-cbc', '3des-cbc'], hmac: ['hmac-sha1'] };

/** Speaks SSH as one host on an accepted connection: publickey only, exec only, one script per channel. */
export function serveSsh(host: SshHost, socket: Socket): void {
  const speaker = new ssh2.Server({ hostKeys: [host.hostKey], ident: host.server.os.sshIdent, ...(host.server.fault === 'old-crypto' ? { algorithms: OLD_CRYPTO } : {}) }, (connection) => serveConnection(host, connection, socket));
  speaker.on('error', () => socket.destroy());
  speaker.injectSocket(socket);
}

function serveConnection(host: SshHost, connection: Connection, socket: Socket): void {
  const deadline = setTimeout(() => socket.destroy(), AUTH_DEADLINE_MS);
  const stop = (): void => clearTimeout(deadline);
  connection.on('error', () => socket.destroy());
  socket.once('close', stop);
  connection.on('authentication', (context) => (isLetIn(host, context) ? context.accept() : context.reject(['publickey'])));
  connection.on('ready', stop);
  connection.on('session', (acceptSession, rejectSession) => {
    if (host.server.fault === 'auth-refused') return rejectSession();
    const session = acceptSession();
    session.on('exec', (acceptExec, _rejectExec, { command }) => serveExec(host, command, acceptExec(), socket));
  });
}

function isLetIn({ server, user, clientPublicKey }: SshHost, context: AuthContext): boolean {
  if (context.method !== 'publickey' || context.username !== user || server.fault === 'auth-refused') return false;
  if (!clientPublicKey.equals(context.key.data)) return false;
  if (context.signature === undefined || context.blob === undefined) return true;
  const key = ssh2.utils.parseKey(clientPublicKey);
  return !(key instanceof Error) && key.verify(context.blob, context.signature, context.hashAlgo);
}

function serveExec(host: SshHost, command: string, channel: ServerChannel, socket: Socket): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  channel.on('error', () => socket.destroy());
  let voice: DwellVoice | undefined;
  channel.on('data', (chunk: Buffer) => {
    if (voice) return talk(voice, chunk, channel);
    bytes += chunk.length;
    if (bytes > MAX_STDIN_BYTES) return void socket.destroy();
    chunks.push(chunk);
    const script = chunk.subarray(-8).toString('latin1') === '\nexit 0\n' ? Buffer.concat(chunks).toString('utf8') : '';
    const request = readDwellRequest(script);
    if (!request) return;
    // A host without a shell for it says so at once: this stdin never ends by itself.
    if (host.server.fault === 'no-shell' || host.server.os.family !== 'linux') return writeAnswer(host.server, replyOf(host, command, ''), channel, socket);
    voice = host.dwell(host.server, command, request);
    channel.write(voice.begin());
  });
  channel.once('end', () => {
    if (voice) return void channel.end();
    const delayMs = host.server.fault === 'slow' ? host.slowMs : 0;
    const reply = (): void => writeAnswer(host.server, replyOf(host, command, Buffer.concat(chunks).toString('utf8')), channel, socket);
    if (delayMs === 0) return reply();
    const timer = setTimeout(reply, delayMs);
    socket.once('close', () => clearTimeout(timer));
  });
}

function talk(voice: DwellVoice, chunk: Buffer, channel: ServerChannel): void {
  for (const line of chunk.toString('latin1').split('\n').filter((each) => each !== '')) {
    const { text, ends } = voice.answer(line);
    channel.write(text);
    if (!ends) continue;
    channel.exit(0);
    channel.end();
    return;
  }
}

function replyOf({ server, answer }: SshHost, command: string, stdin: string): Reply {
  const word = command.trim().split(/\s/, 1)[0] ?? '';
  if (server.fault === 'no-shell') return { stdout: 'This account is currently not available.\n', stderr: '', exitCode: 1 };
  if (server.os.family === 'windows' && word !== 'powershell') return { stdout: '', stderr: `'${word}' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n`, exitCode: 1 };
  const stdout = answer(server, command, stdin);
  return stdout === undefined ? { stdout: '', stderr: `sh: ${word}: command not found\n`, exitCode: NOT_FOUND } : { stdout, stderr: '', exitCode: 0 };
}
