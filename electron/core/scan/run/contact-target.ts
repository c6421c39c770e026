import type { AddressBook } from '../../../../agents/ssh/address-book.ts';
import type { Dial, DialTimeouts } from '../../../../agents/ssh/dial.ts';
import { HostFailure } from '../../../../agents/ssh/host-failure.ts';
import type { JumpPool } from '../../../../agents/ssh/open-options.ts';
import { legacyUsed } from '../../../../agents/ssh/crypto-needs.ts';
import { mustScanApart, scanHostApart } from '../../../../agents/ssh/scan-host-apart.ts';
import { scanHost, type HostScan, type HostScript, type ScanHostOptions } from '../../../../agents/ssh/scan-host.ts';
import type { HostError, ScanTarget } from '../../../../shared/model/scan.ts';
import type { CryptoRules } from '../crypto/crypto-exceptions.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import type { AuthGate } from '../guard/auth-gate.ts';
import type { HostKeyBook } from '../host-keys/host-key-book.ts';
import type { HostKeyDecision } from '../host-keys/decide-host-key.ts';
import { parseJumpChain } from '../targets/jump-chain.ts';
import { joinDials, planHops, type HopPlace } from './dial-plan.ts';
import { loginOutcomeOf, nameHost, passwordUnseen } from './explain-contact.ts';
import { LoginWatch, type LoginWatchOptions } from './login-watch.ts';

const APART_SOURCE = new URL('../../../../agents/ssh/apart-worker.ts', import.meta.url);
/** Below the 20 s a handshake may take, so that giving up the turn is told apart from a slow host. */
const TURN_MS = 10_000;

export interface ContactOptions {
  readonly gate: AuthGate;
  readonly book: HostKeyBook;
  readonly crypto: CryptoRules;
  readonly passwordTries: LoginWatchOptions['passwordTries'];
  readonly jumps: JumpPool;
  readonly addresses?: AddressBook;
  /** Of the target; left out: those fit for one host among thousands. */
  readonly timeouts?: DialTimeouts;
  readonly script: HostScript;
  /** What is done once the way to the host is known; `scanHost` when left out. */
  readonly read?: (dial: Dial, options: ScanHostOptions) => Promise<HostScan>;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** The bundled entry of the thread for slow key exchanges; left out, the TypeScript source is used. */
  readonly apartEntry?: URL | undefined;
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

function hopTo(place: HopPlace, credential: RunCredential, options: ContactOptions): Hop {
  const { gate, book, crypto, signal, passwordTries } = options;
  const { host, port, user, path } = place;
  // The guard counts accounts: the same address behind another jump host is another account.
  const attempt = { credentialId: credential.id, kind: credential.credential.kind, host: path === '' ? host : `${host} via ${path}`, port, user };
  const watch = new LoginWatch({ attempt, path, gate, book, signal, turnMs: TURN_MS, passwordTries });
  const allowCrypto = crypto(host, port)?.allow ?? [];
  return { watch, dial: { host, port, user, credential: credential.credential, verifyHostKey: watch.verify, knownKeyTypes: book.trustedTypes(host, port, path), allowCrypto } };
}

/** The guard's words for a login it did not allow. */
export function guardError(place: { readonly host: string; readonly port: number; readonly user: string }, reason: 'paused' | 'tooSoon'): HostError {
  return { code: 'AUTH_PAUSED_BY_GUARD', params: { ...place, reason } };
}

/** Says in the row that an exception was used: such a host is to be migrated early. */
function exceptionNotes({ handshake }: HostScan, target: Pick<ScanTarget, 'host' | 'port'>, crypto: CryptoRules): HostError[] {
  const used = legacyUsed(handshake);
  if (used.length === 0) return [];
  return [{ code: 'CRYPTO_EXCEPTION', params: { host: target.host, port: target.port, used: used.join(' '), until: crypto(target.host, target.port)?.until ?? '' } }];
}

/** A stored credential is shown to no host it is not meant for, those on the way included. */
function isCredentialFor({ covers }: RunCredential, target: ScanTarget, way: readonly HopPlace[]): boolean {
  return covers === undefined || covers(target, way.slice(0, -1).map((hop) => hop.host));
}

/** A key exchange that computes for seconds happens in a thread of its own; what holds a channel open for minutes is not for such hosts. */
async function read(dial: Dial, options: ContactOptions, log: ScanHostOptions['log']): Promise<HostScan> {
  const { script, signal, jumps, now, addresses } = options;
  if (!mustScanApart(dial)) return await (options.read ?? scanHost)(dial, { script, jumps, signal, now, ...(log ? { log } : {}), ...(addresses ? { addresses } : {}) });
  if (options.read) throw new HostFailure('CRYPTO_LEGACY', { host: dial.host, port: dial.port, needs: 'group-exchange' });
  return await scanHostApart(dial, { entry: options.apartEntry ?? APART_SOURCE, script, signal, ...(log ? { log } : {}) });
}

/** One contact with one target: through its jump hosts when it has any, with the guard and the key book asked at each hop. */
export async function contactTarget(target: ScanTarget, credential: RunCredential, jump: string | null, options: ContactOptions): Promise<ContactResult> {
  const place = { host: target.host, port: target.port, user: target.user ?? credential.user ?? options.localUser };
  const chain = jump === null ? [] : parseJumpChain(jump);
  if (!chain) return { kind: 'failed', error: { code: 'BASTION_FAILED', params: { ...place, via: (jump ?? '').slice(0, 100), cause: 'jump' } }, decision: undefined };
  const way = planHops(place, chain);
  if (!isCredentialFor(credential, target, way)) return { kind: 'skipped', error: { code: 'CREDENTIAL_OUT_OF_SCOPE', params: { ...place } }, decision: undefined };
  const hops = way.map((hop) => hopTo(hop, credential, options));
  // Each hop is ready before the next one shows its key, so at most one login is under way.
  const log = (step: string): void => {
    if (step === 'ready') hops.find((hop) => hop.watch.isPending)?.watch.settle('accepted');
  };
  const { timeouts } = options;
  const dial = joinDials(hops.map((hop) => (timeouts ? { ...hop.dial, timeouts } : hop.dial)));
  if (!dial) throw new TypeError('A way ends at its target');
  try {
    const scan = await read(dial, options, log);
    const notes = exceptionNotes(scan, target, options.crypto);
    return { kind: 'read', scan: { ...scan, problems: [...scan.problems, ...notes] }, decision: hops.at(-1)?.watch.decision };
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    return explain(error.error, place, hops);
  } finally {
    // Whatever had no verdict by now has none.
    for (const { watch } of hops) watch.settle('neutral');
  }
}

function explain(error: HostError, place: { host: string; port: number; user: string }, hops: readonly Hop[]): ContactResult {
  const last = hops.map(({ watch }) => watch).findLast((watch) => watch.decision !== undefined);
  const decision = last?.decision;
  const refusal = hops.map(({ watch }) => watch.refusal).find((each) => each !== undefined);
  if (error.code === 'CANCELLED') return { kind: 'cancelled' };
  if (refusal === 'noTurn') return { kind: 'again' };
  if (refusal) return { kind: 'skipped', error: guardError(place, refusal), decision };
  // A jump host's failure carries the code of what happened there as its cause.
  const loginError = error.code === 'BASTION_FAILED' ? { ...error, code: error.params['cause'] === 'AUTH_REJECTED' ? 'AUTH_REJECTED' : error.code } as const : error;
  hops.find(({ watch }) => watch.isPending)?.watch.settle(loginOutcomeOf(loginError), passwordUnseen(loginError));
  return { kind: 'failed', error: nameHost(error, place, decision), decision };
}
