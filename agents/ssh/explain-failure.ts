import { HostFailure } from './host-failure.ts';
import { cryptoNeeds, oursText } from './crypto-needs.ts';
import type { Authentication } from './authentication.ts';
import type { ServerGreeting } from './server-greeting.ts';

/** How far a contact got, for turning a raw failure into a code. */
export interface ContactTrace {
  readonly host: string;
  readonly port: number;
  readonly greeting: ServerGreeting;
  readonly authentication: Authentication;
  /** True once keys were exchanged and the host key was accepted. */
  negotiated: boolean;
}

function beforeIdent({ host, port, greeting }: ContactTrace): HostFailure {
  const heard = greeting.text().slice(0, 80);
  if (greeting.bytes === 0) return new HostFailure('RESET_BEFORE_BANNER', { host, port });
  if (/Not allowed at this time/i.test(heard)) return new HostFailure('SOURCE_PENALISED', { host, port });
  if (/Exceeded MaxStartups/i.test(heard)) return new HostFailure('RESET_BEFORE_BANNER', { host, port, reason: 'MaxStartups' });
  return greeting.isText() ? new HostFailure('NOT_SSH', { host, port, heard }) : new HostFailure('PROTOCOL_GARBAGE', { host, port });
}

/** Names what both sides offer, so that whoever mends the server sees what is missing. */
function noCommonCrypto({ host, port, greeting }: ContactTrace): HostFailure {
  const server = greeting.offer();
  const list = (names: readonly string[] = []): string => names.join(' ').replace(/[^\x20-\x7e]/g, '').slice(0, 300) || '-';
  const params = { host, port, kex: list(server?.kex), hostKey: list(server?.hostKey), cipher: list(server?.cipher), mac: list(server?.mac), ours: oursText() };
  const needs = server && cryptoNeeds(server);
  return needs === undefined ? new HostFailure('CRYPTO_NONE_COMMON', params) : new HostFailure('CRYPTO_LEGACY', { ...params, needs: needs.join(' ') });
}

const GARBAGE = /bad packet|invalid|malformed|unexpected|signature verification failed|MAC|padding/i;

/** Turns whatever ended a handshake (an error of ssh2 or the socket, or a silent close) into the one code that fits. */
export function explainFailure(error: Error | undefined, trace: ContactTrace): HostFailure {
  const { host, port, greeting, authentication } = trace;
  const ident = greeting.ident();
  const message = error?.message ?? '';
  if (ident === undefined) return beforeIdent(trace);
  if (/^SSH-1\.(?!99)/.test(ident)) return new HostFailure('SSH1_ONLY', { host, port, ident: ident.slice(0, 80) });
  if (/no matching/.test(message)) return noCommonCrypto(trace);
  const level = error && 'level' in error ? error.level : undefined;
  if (level === 'client-authentication') return authentication.failure();
  if (level === 'agent') return new HostFailure('AUTH_REJECTED', { user: '', method: 'agent', offered: '', reason: 'agent' });
  if (/too many authentication failures/i.test(message)) return new HostFailure('AUTH_REJECTED', { ...authentication.failure().error.params, reason: 'tooMany' });
  if (!trace.negotiated && GARBAGE.test(message)) return new HostFailure('PROTOCOL_GARBAGE', { host, port });
  return new HostFailure('CONNECTION_LOST', { host, port, phase: trace.negotiated ? 'authentication' : 'handshake' });
}

/** The clock ran out before the session was ready. */
export function explainTimeout(seconds: number, { host, port, greeting, negotiated }: ContactTrace): HostFailure {
  if (greeting.bytes === 0) return new HostFailure('NO_BANNER', { host, port, seconds });
  if (greeting.ident() === undefined) return new HostFailure('TARPIT', { host, port, seconds });
  return negotiated ? new HostFailure('CONNECTION_LOST', { host, port, seconds, phase: 'authentication' }) : new HostFailure('TARPIT', { host, port, seconds });
}
