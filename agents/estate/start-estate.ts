import type { ScanTarget } from '../../shared/model/scan.ts';
import { answerFaultily } from './answer-faultily.ts';
import type { City, CityServer } from './city.ts';
import type { Endpoint } from './endpoints.ts';
import { deriveHostKey, randomKeyPair } from './host-keys.ts';
import { flowsByServer } from './host-view.ts';
import { openListeners } from './open-listeners.ts';
import { readProbeRequest, renderHost } from './render-host.ts';
import { serveSsh } from './serve-ssh.ts';
import { speakDwell, type DwellRequest, type DwellVoice } from './speak-dwell.ts';

/** What a scan of the city needs to know. */
export interface EstateAccess {
  /** One per server, in the order of `city.servers`; `tag` is the system's name. */
  readonly targets: readonly ScanTarget[];
  /** known_hosts lines for every server; those with the fault `changed-host-key` name the key of a machine since replaced. */
  readonly knownHostsText: string;
  /** OpenSSH private key that all servers let in: made for this start, kept nowhere. */
  readonly privateKey: string;
}

export interface Estate extends EstateAccess {
  /** Closes every listener and connection. */
  close(): Promise<void>;
}

export interface EstateOptions {
  readonly now: () => Date;
  /** `process.platform`: decides between addresses (Linux) and ports. */
  readonly platform: string;
  /** How long hosts with the fault `slow` think before they answer. */
  readonly slowMs?: number;
}

const USER = 'landfall';
const DEFAULT_SLOW_MS = 3000;

/** Starts every host of a city on loopback. Rejects with the system's error when nothing can listen. */
export async function startEstate(city: City, { now, platform, slowMs = DEFAULT_SLOW_MS }: EstateOptions): Promise<Estate> {
  const client = randomKeyPair('landfall sample city');
  const clientPublicKey = Buffer.from(client.publicBase64, 'base64');
  const flows = flowsByServer(city);
  const answer = (server: CityServer, command: string, stdin: string): string | undefined => {
    const request = readProbeRequest(stdin);
    if (request === undefined) return undefined;
    const privilege = server.sudo && command.includes('sudo ') ? 'sudo' : 'user';
    return renderHost({ server, flows: flows[server.index] ?? [], nowSeconds: now().getTime() / 1000, privilege, windowSeconds: request.windowSeconds }, request);
  };
  const dwell = (server: CityServer, command: string, request: DwellRequest): DwellVoice => {
    const privilege = server.sudo && command.includes('sudo ') ? 'sudo' : 'user';
    return speakDwell({ server, flows: flows[server.index] ?? [], privilege }, request, () => now().getTime() / 1000);
  };
  const listeners = await openListeners(city, platform, (server, socket) => {
    if (answerFaultily(server.fault, socket)) return;
    serveSsh({ server, hostKey: deriveHostKey(city.seed, server.hostname).privateKey, user: USER, clientPublicKey, answer, dwell, slowMs }, socket);
  });
  return {
    targets: city.servers.map((server) => targetOf(city, server, listeners.endpoints)),
    knownHostsText: knownHosts(city, listeners.endpoints),
    privateKey: client.privateKey,
    close: () => listeners.close(),
  };
}

function targetOf(city: City, server: CityServer, endpoints: readonly Endpoint[]): ScanTarget {
  const { host, port } = endpoints[server.index] ?? { host: '127.0.0.1', port: 1 };
  return {
    host, port, user: USER, name: server.hostname, departmentName: city.departments[server.departmentIndex]?.name ?? null,
    tag: server.systemIndex === undefined ? null : city.systems[server.systemIndex]?.name ?? null, jump: null, identityFile: null,
  };
}

function knownHosts(city: City, endpoints: readonly Endpoint[]): string {
  return city.servers.map((server) => {
    const { host, port } = endpoints[server.index] ?? { host: '127.0.0.1', port: 1 };
    const label = server.fault === 'changed-host-key' ? `${server.hostname} before it was replaced` : server.hostname;
    return `[${host}]:${port} ssh-ed25519 ${deriveHostKey(city.seed, label).publicBase64}\n`;
  }).join('');
}
