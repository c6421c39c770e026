import { isIP } from 'node:net';
import { saidOnly, type RejectReason } from './target-draft.ts';

/** `user@host:port` taken apart; what was not written is undefined. */
export interface Endpoint {
  readonly host: string;
  readonly port?: number;
  readonly user?: string;
}

const MAX_HOST_LENGTH = 253;
const LABEL = /^[A-Za-z0-9_\u0080-\uffff](?:[A-Za-z0-9_\-\u0080-\uffff]{0,62})$/;

/** IPv4, IPv6 (with a zone on link-local ones) or a DNS name; never something that could be read as an option. */
export function isHost(host: string): boolean {
  if (host.length === 0 || host.length > MAX_HOST_LENGTH) return false;
  const [address, zone, ...rest] = host.split('%');
  if (zone !== undefined) return rest.length === 0 && isIP(address ?? '') === 6 && /^[A-Za-z0-9._-]{1,32}$/.test(zone);
  if (isIP(host) !== 0) return true;
  if (/^[\d.]+$/.test(host) || host.includes(':')) return false;
  const labels = (host.endsWith('.') ? host.slice(0, -1) : host).split('.');
  return labels.every((label) => LABEL.test(label));
}

export function isUser(user: string): boolean {
  return user.length <= 64 && /^[^\s\0/:-][^\s\0/:]*$/.test(user);
}

/** A port as people write it; undefined when it is none. */
export function parsePort(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function splitHostPort(text: string): { host: string; port?: string } {
  const bracketed = /^\[([^\]]{1,100})\](?::(.{0,20}))?$/.exec(text);
  if (bracketed) return { host: bracketed[1] ?? '', ...(bracketed[2] === undefined ? {} : { port: bracketed[2] }) };
  const colon = text.indexOf(':');
  if (colon === -1 || colon !== text.lastIndexOf(':')) return { host: text };
  return { host: text.slice(0, colon), port: text.slice(colon + 1) };
}

/** Reads `host`, `user@host`, `host:port`, `[v6]:port` and `ssh://user@host:port/`. */
export function parseEndpoint(text: string): Endpoint | { readonly reason: RejectReason } {
  const bare = text.replace(/^ssh:\/\//i, '').replace(/\/$/, '');
  const at = bare.lastIndexOf('@');
  const user = at === -1 ? undefined : bare.slice(0, at);
  const { host, port: portText } = splitHostPort(bare.slice(at + 1));
  if (/[*?]/.test(host)) return { reason: 'wildcard' };
  if (!isHost(host)) return { reason: 'host' };
  if (user !== undefined && !isUser(user)) return { reason: 'user' };
  const port = portText === undefined ? undefined : parsePort(portText);
  if (portText !== undefined && port === undefined) return { reason: 'port' };
  return { host, ...saidOnly({ port, user }) };
}

/** How an endpoint is written so that `parseEndpoint` reads it again. */
export function formatEndpoint(endpoint: Endpoint): string {
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  return `${endpoint.user === undefined ? '' : `${endpoint.user}@`}${host}${endpoint.port === undefined ? '' : `:${endpoint.port}`}`;
}
