import type { CancelSignal } from '../../../../shared/kernel/cancel-signal.ts';
import type { Admission, AuthGuard, LoginAttempt, LoginOutcome } from './auth-guard.ts';

/** The guard with a queue in front: callers wait their turn instead of asking again. */
export interface AuthGate {
  admit(attempt: LoginAttempt, signal: CancelSignal): Promise<Exclude<Admission, 'wait'> | 'aborted'>;
  settle(attempt: LoginAttempt, outcome: LoginOutcome): void;
  isPaused(credentialId: string): boolean;
}

export function createAuthGate(guard: AuthGuard): AuthGate {
  const waiting = new Set<() => void>();
  const turn = (signal: CancelSignal): Promise<void> => new Promise((resolve) => {
    const wake = (): void => {
      waiting.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    waiting.add(wake);
    signal.addEventListener('abort', wake, { once: true });
  });
  return {
    admit: async (attempt, signal) => {
      for (;;) {
        if (signal.aborted) return 'aborted';
        const admission = guard.admit(attempt);
        if (admission !== 'wait') return admission;
        await turn(signal);
      }
    },
    settle: (attempt, outcome) => {
      guard.settle(attempt, outcome);
      for (const wake of waiting) wake();
    },
    isPaused: (credentialId) => guard.isPaused(credentialId),
  };
}
