import type { Systeminformation } from 'systeminformation';
import type { Flow, Listener } from '../../shared/model/host-facts.ts';
import { canonicalAddress } from '../probes/network/ip-address.ts';

const LOOPBACK = /^127\.|^::1$/;
const HANDSHAKE = /^(SYN|CLOSED|$)/i;

function portOf(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}
const addressOf = (text: string): string | undefined => (text === '*' || text === '' ? '0.0.0.0' : canonicalAddress(text.replace(/^\[|\]$/g, '').replace(/^::ffff:(?=\d+\.)/i, '')));

/** Listeners, and connections folded to (direction, peer, service port, process), as the sockets probe folds them. */
export function foldConnections(all: readonly Systeminformation.NetworkConnectionsData[], own: ReadonlySet<string>): { listeners: Listener[]; flows: Flow[] } {
  const listeners: Listener[] = [];
  const flows = new Map<string, Flow>();
  const isListener = (each: Systeminformation.NetworkConnectionsData): boolean => /LISTEN/i.test(each.state) || (each.protocol.startsWith('udp') && portOf(each.peerPort) === undefined);
  const listening = new Set(all.filter(isListener).map((each) => `${each.protocol.slice(0, 3)} ${each.localPort}`));
  for (const each of all) {
    const transport = each.protocol.startsWith('udp') ? 'udp' as const : 'tcp' as const;
    const processName = each.process === '' ? {} : { processName: each.process };
    const [localPort, peerPort, local, peer] = [portOf(each.localPort), portOf(each.peerPort), addressOf(each.localAddress), addressOf(each.peerAddress)];
    if (localPort === undefined || local === undefined) continue;
    if (isListener(each)) listeners.push({ transport, address: local, port: localPort, ...processName, ...(each.pid > 0 ? { pid: each.pid } : {}) });
    else if (peer !== undefined && peerPort !== undefined && peerPort > 0 && peer !== local && !own.has(peer) && !LOOPBACK.test(peer) && (transport === 'udp' || !HANDSHAKE.test(each.state))) {
      const inbound = listening.has(`${each.protocol.slice(0, 3)} ${each.localPort}`);
      const flow: Flow = { transport, direction: inbound ? 'inbound' : 'outbound', peerAddress: peer, port: inbound ? localPort : peerPort, ...processName, connections: 1 };
      const key = `${transport} ${flow.direction} ${peer} ${flow.port} ${each.process}`;
      const known = flows.get(key);
      flows.set(key, known ? { ...known, connections: known.connections + 1 } : flow);
    }
  }
  return { listeners, flows: [...flows.values()] };
}
