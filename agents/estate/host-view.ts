import { createHash } from 'node:crypto';
import type { City, CityServer } from './city.ts';
import { softwareByKey } from './data/role-software.ts';

/** One side of a flow as the host itself sees it. */
export interface SeenFlow {
  readonly direction: 'in' | 'out';
  readonly peerAddress: string;
  readonly port: number;
  readonly connections: number;
  readonly processName: string;
}

/** Everything a section needs to speak for a host at one moment. */
export interface HostView {
  readonly server: CityServer;
  readonly flows: readonly SeenFlow[];
  /** The moment the probe begins, seconds since 1970 by the city's true clock. */
  readonly nowSeconds: number;
  readonly privilege: 'root' | 'sudo' | 'user';
  /** Time between the two utilisation readings. */
  readonly windowSeconds: number;
}

/** What each server sees of the city's flows, by server index. */
export function flowsByServer(city: City): readonly (readonly SeenFlow[])[] {
  const seen = city.servers.map((): SeenFlow[] => []);
  const addressOf = (end: number | string): string => (typeof end === 'string' ? end : city.servers[end]?.address ?? '');
  for (const { client, server, port, connections, clientProcess } of city.flows) {
    if (typeof client === 'number') seen[client]?.push({ direction: 'out', peerAddress: addressOf(server), port, connections, processName: clientProcess });
    if (typeof server === 'number') {
      const processName = softwareByKey(city.servers[server]?.software ?? 'nothing').processes[0]?.name ?? '-';
      seen[server]?.push({ direction: 'in', peerAddress: addressOf(client), port, connections, processName });
    }
  }
  return seen;
}

/** A stable hexadecimal name for one thing of one host: machine ids, MAC addresses, boot ids. */
export function hexOf(server: CityServer, what: string, digits: number): string {
  return createHash('sha256').update(`${server.hostname}/${what}`).digest('hex').slice(0, digits);
}

/** A stable UUID for one thing of one host. */
export function uuidOf(server: CityServer, what: string): string {
  const hex = hexOf(server, what, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Seconds since the host was last restarted, and how often it has been. */
export function uptimeOf(server: CityServer, nowSeconds: number): { readonly uptimeSeconds: number; readonly boots: number } {
  const passed = Math.floor(nowSeconds) + server.rebootPhaseSeconds;
  return { uptimeSeconds: passed % server.rebootPeriodSeconds, boots: Math.floor(passed / server.rebootPeriodSeconds) };
}
