import type { Flow, Listener } from '../../../shared/model/host-facts.ts';
import { keyValues } from '../key-values.ts';
import { canonicalAddress } from '../network/ip-address.ts';
import { readCount } from '../read-number.ts';
import { CommandBlocks, words } from './command-blocks.ts';

const MAX_PORT = 65_535;
/** States of a connection whose handshake is over. */
const PAST_HANDSHAKE = new Set(['ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'LAST_ACK', 'TIME_WAIT']);

interface End { readonly address: string; readonly port: number | undefined }
interface Row { readonly transport: 'tcp' | 'udp'; readonly local: { readonly address: string; readonly port: number }; readonly peer: End; readonly state: string }

/** `10.0.0.1.22`, `*.22`, `fe80::1%en0.22`, with `sockstat` `10.0.0.1:22`: the port stands after the last dot or colon. */
function readEnd(text: string | undefined, separator: '.' | ':', wildcard: string): End | undefined {
  const at = text?.lastIndexOf(separator) ?? -1;
  if (text === undefined || at <= 0) return undefined;
  const host = text.slice(0, at);
  const port = text.slice(at + 1);
  const address = host === '*' ? wildcard : canonicalAddress(host.split('%')[0] ?? '');
  const number = port === '*' ? undefined : readCount(port);
  if (address === undefined || (port !== '*' && (number === undefined || number > MAX_PORT))) return undefined;
  return { address, port: number };
}

/** What the heading of a table of Solaris says of the rows below it. */
interface Heading { readonly transport: Row['transport'] | undefined; readonly six: boolean }

function readHeading(line: string): Heading | undefined {
  const title = /^(TCP|UDP)(?:: IPv([46]))?$/.exec(line.trim());
  if (title) return { transport: title[1] === 'TCP' ? 'tcp' : 'udp', six: title[2] === '6' };
  return /^(SCTP|Active UNIX|Active LOCAL)/.test(line) ? { transport: undefined, six: false } : undefined;
}

function readRow(line: string, heading: Heading): Row | undefined {
  const fields = words(line);
  const bsd = /^(tcp|udp)(4|6|46)?$/.exec(fields[0] ?? '');
  const transport = bsd ? (bsd[1] === 'tcp' ? 'tcp' : 'udp') : heading.transport;
  const six = bsd ? bsd[2] === '6' || bsd[2] === '46' : heading.six;
  const wildcard = six ? '::' : '0.0.0.0';
  const [here, there = '*.*'] = bsd ? fields.slice(3, 5) : transport === 'tcp' || fields.length > 2 ? fields : fields.slice(0, 1);
  const local = readEnd(here, '.', wildcard);
  const peer = there === '*.*' ? { address: wildcard, port: undefined } : readEnd(there, '.', wildcard);
  const last = fields.at(-1) ?? '';
  return transport === undefined || local?.port === undefined || !peer ? undefined : { transport, local: { address: local.address, port: local.port }, peer, state: last };
}

/** AIX, HP-UX, FreeBSD: `tcp4 0 0 local foreign state`; Solaris: addresses first, under headings `TCP: IPv4`. */
function readRows(lines: readonly string[]): Row[] {
  let heading: Heading = { transport: undefined, six: false };
  return lines.flatMap((line) => {
    const next = readHeading(line);
    heading = next ?? heading;
    return next ? [] : (readRow(line, heading) ?? []);
  });
}

/** sockstat of FreeBSD: `USER COMMAND PID FD PROTO LOCAL FOREIGN` → program by transport and local port. */
function readOwners(lines: readonly string[]): Map<string, { processName: string; pid: number }> {
  const owners = new Map<string, { processName: string; pid: number }>();
  for (const line of lines) {
    const [, command = '', pid, , protocol = '', local] = words(line);
    const number = readCount(pid);
    const end = readEnd(local, ':', '0.0.0.0');
    if (number === undefined || end?.port === undefined || !/^(tcp|udp)(4|6|46)$/.test(protocol)) continue;
    const key = `${protocol.slice(0, 3)} ${end.port}`;
    if (!owners.has(key)) owners.set(key, { processName: command.slice(0, 64), pid: number });
  }
  return owners;
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === '::' || address === '0.0.0.0';
}

type Owners = ReadonlyMap<string, { processName: string; pid: number }>;

function listenersOf(rows: readonly Row[], owners: Owners): Listener[] {
  const open = rows.filter(({ transport, peer, state }) => (transport === 'tcp' ? state === 'LISTEN' : peer.port === undefined));
  const listeners = open.map(({ transport, local }): [string, Listener] => [`${transport} ${local.address} ${local.port}`, { transport, ...local, ...owners.get(`${transport} ${local.port}`) }]);
  return [...new Map(listeners).values()];
}

/** `isOutside`: whether a peer is another machine than this one and the one that scans. */
function flowsOf(rows: readonly Row[], listening: ReadonlySet<string>, owners: Owners, isOutside: (row: Row) => boolean): Flow[] {
  const flows = new Map<string, Flow>();
  for (const row of rows) {
    const { transport, local, peer, state } = row;
    if (peer.port === undefined || (transport === 'tcp' && !PAST_HANDSHAKE.has(state)) || !isOutside(row)) continue;
    const inbound = listening.has(`${transport} ${local.port}`);
    const port = inbound ? local.port : peer.port;
    const key = `${transport} ${inbound ? 'in' : 'out'} ${peer.address} ${port}`;
    const owner = owners.get(`${transport} ${local.port}`)?.processName;
    const connections = (flows.get(key)?.connections ?? 0) + 1;
    flows.set(key, { transport, direction: inbound ? 'inbound' : 'outbound', peerAddress: peer.address, port, ...(owner === undefined ? {} : { processName: owner }), connections });
  }
  return [...flows.values()];
}

/** The folding of the section `sockets`: flows to oneself and this contact's own connection are left out. */
export function parseUnixSockets(lines: readonly string[], ownAddresses: ReadonlySet<string>): { listeners: Listener[]; flows: Flow[] } | undefined {
  const blocks = new CommandBlocks(lines);
  const rows = readRows(blocks.of('netstat'));
  if (rows.length === 0) return undefined;
  const owners = readOwners(blocks.of('sockstat'));
  const [client, clientPort] = (keyValues(blocks.head).get('contact') ?? '').split(' ');
  const listeners = listenersOf(rows, owners);
  const isOutside = ({ local, peer }: Row): boolean => !isLoopback(peer.address) && peer.address !== local.address && !ownAddresses.has(peer.address) && (peer.address !== client || String(peer.port) !== clientPort);
  return { listeners, flows: flowsOf(rows, new Set(listeners.map(({ transport, port }) => `${transport} ${port}`)), owners, isOutside) };
}
