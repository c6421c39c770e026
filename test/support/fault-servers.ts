import { randomBytes } from 'node:crypto';
import { createServer, type Server as TcpServer, type Socket } from 'node:net';
import ssh2, { type AuthContext, type ServerConfig } from 'ssh2';
import { makeKeyPair } from './sshd.ts';

/** Servers on loopback that misbehave in one exact way each. */
export interface FaultServer {
  readonly host: string;
  readonly port: number;
  /** Authentication methods that were tried with it, in order. */
  readonly tried: readonly string[];
  /** Connections open right now. */
  readonly connections: () => number;
  /** Ends every connection; new ones are taken. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

async function listen(server: Pick<TcpServer, 'listen' | 'address' | 'close' | 'once'>, hangUp: () => void, tried: string[], connections: () => number): Promise<FaultServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
    hangUp();
    await closed;
  };
  return { host: HOST, port: address.port, tried, connections, hangUp, close };
}

function tcpFault(greet: (socket: Socket) => void): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.resume();
    greet(socket);
  });
  return listen(server, () => { for (const socket of sockets) socket.destroy(); }, [], () => sockets.size);
}

const drip = (socket: Socket, next: () => string | Buffer, everyMs: number): void => {
  const timer = setInterval(() => socket.write(next()), everyMs);
  socket.on('close', () => clearInterval(timer));
};

/** What goes wrong before SSH begins. */
export const TCP_FAULTS = {
  silent: () => undefined,
  tarpit: (socket: Socket) => drip(socket, () => `${randomBytes(8).toString('hex')}\r\n`, 20),
  http: (socket: Socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')),
  smtp: (socket: Socket) => socket.end('220 mail.example.gov ESMTP Postfix\r\n'),
  ssh1: (socket: Socket) => socket.write('SSH-1.5-OpenSSH_2.3\r\n'),
  garbage: (socket: Socket) => socket.end(randomBytes(6000)),
  garbageAfterIdent: (socket: Socket) => socket.write(Buffer.concat([Buffer.from('SSH-2.0-OpenSSH_9.2\r\n'), Buffer.alloc(4000, 0xff)])),
  identOnly: (socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
  reset: (socket: Socket) => socket.resetAndDestroy(),
  closed: (socket: Socket) => socket.end(),
  penalised: (socket: Socket) => socket.end('Not allowed at this time\r\n'),
  maxStartups: (socket: Socket) => socket.end('Exceeded MaxStartups\r\n'),
  flood: (socket: Socket) => drip(socket, () => Buffer.alloc(65_536, 0x41), 5),
} as const satisfies Record<string, (socket: Socket) => unknown>;
export type TcpFault = keyof typeof TCP_FAULTS;

export function startTcpFault(kind: TcpFault): Promise<FaultServer> {
  return tcpFault(TCP_FAULTS[kind]);
}

export interface SshFaultOptions {
  readonly algorithms?: ServerConfig['algorithms'];
  readonly hostKey?: string;
  readonly ident?: string;
  /** Default accepts everything. */
  readonly authenticate?: (context: AuthContext) => void;
  /** What an exec channel does. Default: ends at once. */
  readonly exec?: (channel: ssh2.ServerChannel, client: ssh2.Connection, command: string) => void;
}

/** A real SSH server (ssh2) with one fault after the handshake. */
export function startSshFault(options: SshFaultOptions): Promise<FaultServer> {
  const clients = new Set<ssh2.Connection>();
  const tried: string[] = [];
  const hostKey = options.hostKey ?? makeKeyPair().privateKey;
  const config: ServerConfig = { hostKeys: [hostKey], ...(options.algorithms ? { algorithms: options.algorithms } : {}), ...(options.ident ? { ident: options.ident } : {}) };
  const server = new ssh2.Server(config, (client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    client.on('error', () => undefined);
    client.on('authentication', (context) => {
      tried.push(context.method);
      if (options.authenticate) options.authenticate(context);
      else context.accept();
    });
    client.on('session', (accept) => {
      accept().on('exec', (acceptExec, _reject, info) => {
        const channel = acceptExec();
        channel.on('error', () => undefined);
        if (options.exec) options.exec(channel, client, info.command);
        else channel.close();
      });
    });
  });
  return listen(server, () => { for (const client of clients) client.end(); }, tried, () => clients.size);
}

/** Output without end, as fast as it is read. */
export function endlessOutput(channel: ssh2.ServerChannel): void {
  const chunk = Buffer.alloc(32_768, 0x79);
  const write = (): void => {
    while (channel.writable && channel.write(chunk));
  };
  channel.on('drain', write);
  write();
}
