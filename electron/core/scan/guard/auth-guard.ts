/** A login tried on one host, named for the two rules of the guard. */
export interface LoginAttempt {
  /** Which secret is used: the run's own, or a key file of one target. */
  readonly credentialId: string;
  readonly kind: 'agent' | 'key' | 'password';
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/** `wait`: ask again after the next `settle`. `paused` and `tooSoon`: do not log in to this host in this run. */
export type Admission = 'go' | 'wait' | 'paused' | 'tooSoon';

/** `rejected`: the server said no to the credential. `neutral`: the login never came to a verdict. */
export type LoginOutcome = 'accepted' | 'rejected' | 'neutral';

/** Consecutive rejections, on different hosts, after which a credential is not offered any more. */
export const REJECTIONS_BEFORE_PAUSE = 2;
/**
 * The same for a key that a host of this run has accepted: it is not wrong, only unknown to some hosts, and a refused
 * key moves no lockout counter. A password keeps the lower limit throughout.
 */
export const PROVEN_KEY_REJECTIONS_BEFORE_PAUSE = 10;
/** An account that refused a password is left alone for this time: below the counters of common lockout policies. */
export const PASSWORD_RETRY_MS = 30 * 60_000;

interface CredentialState {
  inFlight: number;
  rejectedHosts: Set<string>;
  proven: boolean;
  isPassword: boolean;
}

export interface AuthGuard {
  admit(attempt: LoginAttempt): Admission;
  /** Must follow each `go` exactly once. */
  settle(attempt: LoginAttempt, outcome: LoginOutcome): void;
  isPaused(credentialId: string): boolean;
}

export interface AuthGuardOptions {
  readonly now: () => Date;
  /** When a password of this account was last refused on this host, by any run; undefined when never. */
  readonly lastPasswordRefusal: (host: string, port: number, user: string) => Date | undefined;
}

/**
 * Keeps a wrong credential from locking accounts. A credential that no host has accepted yet, or that was just
 * rejected, is tried on so few hosts at once that the rejections can never exceed the limit; a proven one runs freely.
 */
export function createAuthGuard(options: AuthGuardOptions): AuthGuard {
  const credentials = new Map<string, CredentialState>();
  const accounts = new Map<string, 'inFlight' | 'tried' | 'accepted'>();
  const stateOf = (id: string): CredentialState => {
    const state = credentials.get(id) ?? { inFlight: 0, rejectedHosts: new Set<string>(), proven: false, isPassword: false };
    credentials.set(id, state);
    return state;
  };
  const limitOf = (state: CredentialState): number => (state.proven && !state.isPassword ? PROVEN_KEY_REJECTIONS_BEFORE_PAUSE : REJECTIONS_BEFORE_PAUSE);
  const accountOf = (attempt: LoginAttempt): string => `${attempt.host}\n${attempt.port}\n${attempt.user}`;
  const admitPassword = (attempt: LoginAttempt): 'go' | 'wait' | 'tooSoon' => {
    const account = accounts.get(accountOf(attempt));
    // A password this account has just accepted cannot lock it: a jump host sees it once for each host behind it.
    if (account === 'accepted') return 'go';
    if (account === 'inFlight') return 'wait';
    if (account === 'tried') return 'tooSoon';
    const last = options.lastPasswordRefusal(attempt.host, attempt.port, attempt.user);
    // A clock set back makes the age negative: then the refusal counts as recent.
    return last && options.now().getTime() - last.getTime() < PASSWORD_RETRY_MS ? 'tooSoon' : 'go';
  };
  return {
    admit: (attempt) => {
      const state = stateOf(attempt.credentialId);
      state.isPassword = attempt.kind === 'password';
      if (state.rejectedHosts.size >= limitOf(state)) return 'paused';
      const account = attempt.kind === 'password' ? admitPassword(attempt) : 'go';
      if (account !== 'go') return account;
      const free = state.proven && state.rejectedHosts.size === 0;
      if (!free && state.inFlight >= limitOf(state) - state.rejectedHosts.size) return 'wait';
      state.inFlight += 1;
      if (attempt.kind === 'password' && accounts.get(accountOf(attempt)) !== 'accepted') accounts.set(accountOf(attempt), 'inFlight');
      return 'go';
    },
    settle: (attempt, outcome) => {
      const state = stateOf(attempt.credentialId);
      state.inFlight -= 1;
      if (attempt.kind === 'password') accounts.set(accountOf(attempt), outcome === 'accepted' ? 'accepted' : 'tried');
      if (outcome === 'accepted') {
        // A verdict that arrives after the pause does not lift it: the run has already left hosts out.
        if (state.rejectedHosts.size >= limitOf(state)) return;
        state.proven = true;
        state.rejectedHosts.clear();
      } else if (outcome === 'rejected') state.rejectedHosts.add(`${attempt.host}\n${attempt.port}`);
    },
    isPaused: (credentialId) => {
      const state = stateOf(credentialId);
      return state.rejectedHosts.size >= limitOf(state);
    },
  };
}
