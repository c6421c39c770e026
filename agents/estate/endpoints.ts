import type { City } from './city.ts';

export interface Endpoint { readonly host: string; readonly port: number }

const FIRST_PORT = 22022;
const PORT_ROOM = 5000;
/** So many places to listen are tried before giving up; another city may be running. */
export const ENDPOINT_ATTEMPTS = 8;

/**
 * Where each server answers, by server index. On Linux all of 127.0.0.0/8 is this machine, so 10.x.y.z answers at
 * 127.x.y.z, all on one port; elsewhere only 127.0.0.1 exists and each server has a port of its own.
 */
export function endpointsFor(city: City, platform: string, attempt: number): readonly Endpoint[] {
  if (platform === 'linux') return city.servers.map(({ address }) => ({ host: `127.${address.slice('10.'.length)}`, port: FIRST_PORT + attempt }));
  return city.servers.map(({ index }) => ({ host: '127.0.0.1', port: FIRST_PORT + attempt * PORT_ROOM + index }));
}
