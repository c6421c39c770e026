import type { Flow, Listener } from '../../../shared/model/host-facts.ts';
import { canonicalAddress } from '../network/ip-address.ts';
import { readCount } from '../read-number.ts';

const MAX_PORT = 65_535;

export interface Sockets {
  readonly listeners: Listener[];
  readonly flows: Flow[];
}

interface Endpoint { readonly transport: 'tcp' | 'udp'; readonly address: string; readonly port: number }

function endpoint(transport: string | undefined, address: string | undefined, port: string | undefined): Endpoint | undefined {
  const canonical = canonicalAddress(address ?? '');
  const number = readCount(port);
  if ((transport !== 'tcp' && transport !== 'udp') || canonical === undefined || number === undefined || number > MAX_PORT) return undefined;
  return { transport, address: canonical, port: number };
}

const named = (words: readonly string[]): string | undefined => {
  const name = words.join(' ').trim();
  return name === '' || name === '-' ? undefined : name.slice(0, 64);
};

function parseListener([, transport, address, port, pid, ...name]: readonly string[]): Listener | undefined {
  const end = endpoint(transport, address, port);
  if (!end || name.length === 0) return undefined;
  const process = named(name);
  const number = readCount(pid);
  return { ...end, ...(process === undefined ? {} : { processName: process }), ...(number === undefined ? {} : { pid: number }) };
}

function parseFlow([, transport, direction, peer, port, connections, , ...name]: readonly string[]): Flow | undefined {
  const end = endpoint(transport, peer, port);
  const count = readCount(connections);
  if (!end || count === undefined || name.length === 0 || (direction !== 'in' && direction !== 'out')) return undefined;
  const process = named(name);
  return { transport: end.transport, direction: direction === 'in' ? 'inbound' : 'outbound', peerAddress: end.address, port: end.port, ...(process === undefined ? {} : { processName: process }), connections: count };
}

/** `ownAddresses`: flows to this machine's own addresses are no dependency and are left out. */
export function parseSockets(lines: readonly string[], ownAddresses: ReadonlySet<string>): Sockets {
  const listeners: Listener[] = [];
  const flows: Flow[] = [];
  for (const line of lines) {
    const fields = line.split(' ');
    const listener = fields[0] === 'L' ? parseListener(fields) : undefined;
    if (listener) listeners.push(listener);
    const flow = fields[0] === 'F' ? parseFlow(fields) : undefined;
    if (flow && !ownAddresses.has(flow.peerAddress)) flows.push(flow);
  }
  return { listeners, flows };
}
