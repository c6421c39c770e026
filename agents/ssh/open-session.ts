import type { Duplex } from 'node:stream';
import { Client, type NegotiatedAlgorithms } from 'ssh2';
import { algorithmsFor, offerWith } from './algorithms.ts';
import { Authentication } from './authentication.ts';
import { connectSocket } from './connect-socket.ts';
import { describeHostKey } from './describe-host-key.ts';
import type { Dial, ShownHostKey } from './dial.ts';
import { explainFailure, explainTimeout, type ContactTrace } from './explain-failure.ts';
import { HostFailure } from './host-failure.ts';
import { createJumpPool } from './jump-pool.ts';
import type { OpenOptions } from './open-options.ts';
import { readyCredential } from './ready-credential.ts';
import { ServerGreeting } from './server-greeting.ts';
import { Session } from './session.ts';

interface Outcome {
  readonly settle: (act: () => void) => void;
  readonly fail: (failure: HostFailure) => void;
  readonly isSettled: () => boolean;
}
interface Transport { readonly stream: Duplex; readonly close: () => void }

const DEFAULT_CONNECT_MS = 10_000;
const DEFAULT_BANNER_MS = 10_000;
const DEFAULT_HANDSHAKE_MS = 20_000;

async function connect(dial: Dial, options: OpenOptions): Promise<Transport> {
  if (dial.jump === undefined) {
    const socket = await connectSocket(dial.host, dial.port, dial.timeouts?.connectMs ?? DEFAULT_CONNECT_MS, options.signal, options.addresses);
    return { stream: socket, close: () => undefined };
  }
  const pool = options.jumps ?? createJumpPool({ open: openSession });
  const lease = await pool.lease(dial.jump, options);
  const close = (): void => {
    lease.release();
    if (options.jumps === undefined) pool.close();
  };
  try {
    return { stream: await lease.session.forward(dial.host, dial.port, { timeoutMs: dial.timeouts?.connectMs ?? DEFAULT_CONNECT_MS, signal: options.signal }), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Asks for the verdict on the shown key; anything but `accept` ends the contact before a credential is used. */
function verifier(dial: Dial, options: OpenOptions, seen: (key: ShownHostKey) => void, { fail, isSettled }: Outcome) {
  const judge = async (key: ShownHostKey): Promise<HostFailure | undefined> => {
    const params = { host: dial.host, port: dial.port, keyType: key.type, fingerprint: key.fingerprintSha256 };
    try {
      const verdict = await dial.verifyHostKey(key);
      return verdict === 'accept' ? undefined : new HostFailure(verdict === 'changed' ? 'HOSTKEY_CHANGED' : 'HOSTKEY_UNKNOWN', params);
    } catch (error) {
      return new HostFailure('HOSTKEY_UNKNOWN', params, { cause: error });
    }
  };
  const decide = async (key: ShownHostKey, answer: (accepted: boolean) => void): Promise<void> => {
    const refused = await judge(key);
    if (refused) return fail(refused);
    // The contact may have ended while the verdict was sought: ssh2 throws when a dead handshake goes on.
    if (isSettled()) return;
    try {
      answer(true);
    } catch (error) {
      fail(new HostFailure('CONNECTION_LOST', { host: dial.host, port: dial.port, phase: 'handshake' }, { cause: error }));
    }
  };
  return (blob: Buffer, answer: (accepted: boolean) => void): void => {
    const key = describeHostKey(blob, dial.host, dial.port);
    if (!key) return fail(new HostFailure('PROTOCOL_GARBAGE', { host: dial.host, port: dial.port }));
    seen(key);
    options.log?.('host-key', { type: key.type, fingerprint: key.fingerprintSha256 });
    void decide(key, answer);
  };
}

/** Opens one authenticated connection. Rejects only with HostFailure; nothing stays open when it does. */
export async function openSession(dial: Dial, options: OpenOptions): Promise<Session> {
  const credential = readyCredential(dial.credential);
  const transport = await connect(dial, options);
  const startedAt = options.now().getTime();
  options.log?.('connected', { host: dial.host, port: dial.port });
  const authentication = new Authentication(dial.user, credential);
  const trace: ContactTrace = { host: dial.host, port: dial.port, greeting: new ServerGreeting(), authentication, negotiated: false };
  return await new Promise<Session>((resolve, reject) => shakeHands({ dial, options, transport, trace, startedAt, resolve, reject }));
}

interface Attempt {
  readonly dial: Dial;
  readonly options: OpenOptions;
  readonly transport: Transport;
  readonly trace: ContactTrace;
  readonly startedAt: number;
  readonly resolve: (session: Session) => void;
  readonly reject: (failure: HostFailure) => void;
}

/** Settles an attempt once: what was watched is let go, and a failed one leaves nothing open. */
function outcomeOf({ options, transport, trace, reject }: Attempt, client: Client, dial: Dial): Outcome {
  const { stream } = transport;
  const listen = (chunk: Buffer): void => trace.greeting.push(chunk);
  const bannerMs = dial.timeouts?.bannerMs ?? DEFAULT_BANNER_MS;
  const handshakeMs = dial.timeouts?.handshakeMs ?? DEFAULT_HANDSHAKE_MS;
  let settled = false;
  const settle = (act: () => void): void => {
    if (settled) return;
    settled = true;
    for (const timer of timers) clearTimeout(timer);
    options.signal.removeEventListener('abort', onAbort);
    stream.off('data', listen);
    act();
  };
  const fail = (failure: HostFailure): void => settle(() => {
    stream.destroy();
    client.destroy();
    transport.close();
    reject(failure);
  });
  const onAbort = (): void => fail(new HostFailure('CANCELLED'));
  const timers = [
    setTimeout(() => { if (trace.greeting.bytes === 0) fail(explainTimeout(bannerMs / 1000, trace)); }, bannerMs),
    setTimeout(() => fail(explainTimeout(handshakeMs / 1000, trace)), handshakeMs),
  ];
  options.signal.addEventListener('abort', onAbort, { once: true });
  stream.on('data', listen);
  stream.on('error', () => undefined);
  return { settle, fail, isSettled: () => settled };
}

function shakeHands(attempt: Attempt): void {
  const { dial, options, transport, trace, startedAt, resolve } = attempt;
  const client = new Client();
  const outcome = outcomeOf(attempt, client, dial);
  const { settle, fail } = outcome;
  let agreed: NegotiatedAlgorithms | undefined;
  let hostKey: ShownHostKey | undefined;
  trace.authentication.onRefused = () => fail(trace.authentication.failure());
  client.on('handshake', (negotiated) => { agreed ??= negotiated; trace.negotiated = true; });
  client.on('change password', () => fail(new HostFailure('AUTH_PASSWORD_EXPIRED', { user: dial.user })));
  client.on('error', (error) => fail(explainFailure(error, trace)));
  client.on('close', () => fail(explainFailure(undefined, trace)));
  client.on('ready', () => {
    if (!agreed || !hostKey) return fail(new HostFailure('PROTOCOL_GARBAGE', { host: dial.host, port: dial.port }));
    const durationMs = options.now().getTime() - startedAt;
    const session = new Session(client, { ident: trace.greeting.ident() ?? '', kex: agreed.kex, hostKeyAlgorithm: agreed.serverHostKey, cipher: agreed.sc.cipher, mac: agreed.sc.mac, hostKey, durationMs }, transport.close);
    settle(() => {
      options.log?.('ready', { durationMs });
      resolve(session);
    });
  });
  if (options.signal.aborted) return fail(new HostFailure('CANCELLED'));
  try {
    client.connect({
      sock: transport.stream,
      username: dial.user,
      ident: options.ident ?? 'Landfall_0.1',
      readyTimeout: 0,
      keepaliveInterval: 15_000,
      keepaliveCountMax: 3,
      agentForward: false,
      algorithms: algorithmsFor(offerWith(dial.allowCrypto ?? []), dial.knownKeyTypes),
      authHandler: trace.authentication.handler,
      hostVerifier: verifier(dial, options, (key) => { hostKey = key; }, outcome),
    });
  } catch (error) {
    fail(explainFailure(error instanceof Error ? error : undefined, trace));
  }
}
