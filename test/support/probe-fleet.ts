import ssh2 from 'ssh2';
import { buildCity } from '../../agents/estate/build-city.ts';
import { flowsByServer } from '../../agents/estate/host-view.ts';
import { readProbeRequest, renderHost } from '../../agents/estate/render-host.ts';
import type { ScanTarget } from '../../shared/model/scan.ts';
import { startSshFault, type FaultServer } from './fault-servers.ts';
import { makeKeyPair } from './sshd.ts';

/** Hosts on loopback that answer probes as machines of the sample city and count what reaches them. */
export interface ProbeFleet {
  readonly targets: readonly ScanTarget[];
  readonly knownHostsText: string;
  readonly privateKey: string;
  /** By host name: whole answers that left the host. */
  readonly answers: ReadonlyMap<string, number>;
  /** By host name: logins that were tried, publickey queries not counted twice. */
  readonly logins: ReadonlyMap<string, number>;
  /** Connections open right now. */
  connections(): number;
  /** Ends every connection; new ones are taken. */
  hangUp(): void;
  close(): Promise<void>;
}

export interface ProbeFleetOptions {
  readonly hosts: number;
  /** Milliseconds a host takes to answer. Default 0. */
  readonly answerAfterMs?: number;
  /** Whether a host lets the fleet's key in. Default: all do. */
  readonly accepts?: (hostname: string) => boolean;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function answer(channel: ssh2.ServerChannel, render: (stdin: string) => string | undefined, afterMs: number, onSent: () => void): void {
  const chunks: Buffer[] = [];
  channel.on('data', (chunk: Buffer) => chunks.push(chunk));
  channel.on('end', () => {
    const text = render(Buffer.concat(chunks).toString('utf8'));
    setTimeout(() => {
      if (channel.destroyed) return;
      onSent();
      channel.write(text ?? '', () => {
        channel.exit(text === undefined ? 127 : 0);
        channel.end();
      });
    }, afterMs);
  });
}

export async function startProbeFleet({ hosts, answerAfterMs = 0, accepts = () => true }: ProbeFleetOptions): Promise<ProbeFleet> {
  const city = buildCity({ seed: 7, servers: Math.max(20, hosts) });
  const flows = flowsByServer(city);
  const machines = city.servers.filter((server) => server.os.family === 'linux');
  const client = makeKeyPair();
  const clientKey = ssh2.utils.parseKey(client.publicKey);
  const hostKey = makeKeyPair();
  if (clientKey instanceof Error) throw clientKey;
  const allowed = clientKey.getPublicSSH();
  const answers = new Map<string, number>();
  const logins = new Map<string, number>();
  const servers: FaultServer[] = [];
  const names: string[] = [];
  for (let index = 0; index < hosts; index += 1) {
    const machine = machines[index % machines.length];
    if (!machine) throw new Error('The city has no Linux server');
    const hostname = `fleet-${String(index).padStart(4, '0')}`;
    names.push(hostname);
    const view = { server: { ...machine, index, hostname, address: `10.77.${index >> 8}.${index & 255}` }, flows: flows[machine.index] ?? [], privilege: 'sudo', windowSeconds: 2 } as const;
    servers.push(await startSshFault({
      hostKey: hostKey.privateKey,
      authenticate: (context) => {
        if (context.method !== 'publickey') return context.reject(['publickey']);
        if (context.signature === undefined) count(logins, hostname);
        return allowed.equals(context.key.data) && accepts(hostname) ? context.accept() : context.reject(['publickey']);
      },
      exec: (channel) => answer(channel, (stdin) => {
        const request = readProbeRequest(stdin);
        return request && renderHost({ ...view, nowSeconds: Date.now() / 1000 }, request);
      }, answerAfterMs, () => count(answers, hostname)),
    }));
  }
  const targets = servers.map(({ host, port }, index) => ({ host, port, user: 'landfall', name: names[index] ?? null, departmentName: null, tag: null, jump: null, identityFile: null }));
  const knownHostsText = servers.map(({ host, port }) => `[${host}]:${port} ${hostKey.publicKey}`).join('\n');
  return {
    targets,
    knownHostsText,
    privateKey: client.privateKey,
    answers,
    logins,
    connections: () => servers.reduce((sum, server) => sum + server.connections(), 0),
    hangUp: () => { for (const server of servers) server.hangUp(); },
    close: async () => {
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
  };
}
