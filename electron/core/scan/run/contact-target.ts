import type { Dial } from '../../../../agents/ssh/dial.ts';
import { HostFailure } from '../../../../agents/ssh/host-failure.ts';
import type { JumpPool } from '../../../../agents/ssh/open-options.ts';
import { scanHost, type HostScan, type HostScript } from '../../../../agents/ssh/scan-host.ts';
import type { HostError, ScanTarget } from '../../../../shared/model/scan.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import type { AuthGate } from '../guard/auth-gate.ts';
import type { LoginAttempt } from '../guard/auth-guard.ts';
import type { HostKeyBook } from '../host-keys/host-key-book.ts';
import type { HostKeyDecision } from '../host-keys/decide-host-key.ts';
import { parseEndpoint } from '../targets/endpoint.ts';
import { loginOutcomeOf, nameHost, passwordUnseen } from './explain-contact.ts';
import { LoginWatch, type LoginWatchOptions } from './login-watch.ts';

const SSH_PORT = 22;
/** Below the 20 s a handshake may take, so that giving up the turn is told apart from a slow host. */
const TURN_MS = 10_000;

export interface ContactOptions {
  readonly gate: AuthGate;
  readonly book: HostKeyBook;
  readonly passwordTries: LoginWatchOptions['passwordTries'];
  readonly jumps: JumpPool;
  readonly script: HostScript;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Account when neither the list nor the credential names one. */
  readonly localUser: string;
}

/** What one contact came to. `again`: the guard gave no turn in time and nothing was tried. */
export type ContactResult =
  | { readonly kind: 'read'; readonly scan: HostScan; readonly decision: HostKeyDecision | undefined }
  | { readonly kind: 'failed' | 'skipped'; readonly error: HostError; readonly decision: HostKeyDecision | undefined }
  | { readonly kind: 'again' }
  | { readonly kind: 'cancelled' };

interface Hop {
  readonly dial: Omit<Dial, 'jump'>;
  readonly watch: LoginWatch;
}

export function attemptOf(place: { readonly host: string; readonly port: number; readonly user: string }, credential: RunCredential): LoginAttempt {
  return { credentialId: credential.id, kind: credential.credential.kind, host: place.host, port: place.port, user: place.user };
}

function hopTo(place: { host: string; port: number; user: string }, credential: RunCredential, options: ContactOptions): Hop {
  const { gate, book, signal, passwordTries } = options;
  const watch = new LoginWatch({ attempt: attemptOf(place, credential), gate, book, signal, turnMs: TURN_MS, passwordTries });
  return { watch, dial: { ...place, credential: credential.credential, verifyHostKey: watch.verify, knownKeyTypes: book.trustedTypes(place.host, place.port) } };
}

/** The guard's words for a login it did not allow. */
export function guardError(place: { readonly host: string; readonly port: number; readonly user: string }, reason: 'paused' | 'tooSoon'): HostError {
  return { code: 'AUTH_PAUSED_BY_GUARD', params: { ...place, reason } };
}

/** One contact with one target: through its jump host when it has one, with the guard and the key book asked at each hop. */
export async function contactTarget(target: ScanTarget, credential: RunCredential, jump: string | null, options: ContactOptions): Promise<ContactResult> {
  const place = { host: target.host, port: target.port, user: target.user ?? credential.user ?? options.localUser };
  const bastion = jump === null ? undefined : parseEndpoint(jump);
  if (bastion && 'reason' in bastion) return { kind: 'failed', error: { code: 'BASTION_FAILED', params: { ...place, cause: 'jump' } }, decision: undefined };
  const inner = hopTo(place, credential, options);
  const outer = bastion && hopTo({ host: bastion.host, port: bastion.port ?? SSH_PORT, user: bastion.user ?? place.user }, credential, options);
  // The bastion is ready before the target's key is shown: the first `ready` without an inner decision is the bastion's.
  const log = (step: string): void => {
    if (step === 'ready') (inner.watch.decision ? inner : outer)?.watch.settle('accepted');
  };
  try {
    const dial: Dial = outer ? { ...inner.dial, jump: outer.dial } : inner.dial;
    const scan = await scanHost(dial, { script: options.script, jumps: options.jumps, signal: options.signal, now: options.now, log });
    return { kind: 'read', scan, decision: inner.watch.decision };
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    return explain(error.error, place, inner, outer);
  } finally {
    // Whatever had no verdict by now has none.
    inner.watch.settle('neutral');
    outer?.watch.settle('neutral');
  }
}

function explain(error: HostError, place: { host: string; port: number; user: string }, inner: Hop, outer: Hop | undefined): ContactResult {
  const decision = inner.watch.decision ?? outer?.watch.decision;
  const refusal = inner.watch.refusal ?? outer?.watch.refusal;
  if (error.code === 'CANCELLED') return { kind: 'cancelled' };
  if (refusal === 'noTurn') return { kind: 'again' };
  if (refusal) return { kind: 'skipped', error: guardError(place, refusal), decision };
  // A bastion's failure carries the code of what happened there as its cause.
  const loginError = error.code === 'BASTION_FAILED' ? { ...error, code: error.params['cause'] === 'AUTH_REJECTED' ? 'AUTH_REJECTED' : error.code } as const : error;
  inner.watch.settle(loginOutcomeOf(error), passwordUnseen(error));
  outer?.watch.settle(loginOutcomeOf(loginError), passwordUnseen(loginError));
  return { kind: 'failed', error: nameHost(error, place, decision), decision };
}
