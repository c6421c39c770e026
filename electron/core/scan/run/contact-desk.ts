import { randomBytes } from 'node:crypto';
import { buildProbe } from '../../../../agents/probes/build-probe.ts';
import { createAddressBook, type AddressBook } from '../../../../agents/ssh/address-book.ts';
import { createJumpPool } from '../../../../agents/ssh/jump-pool.ts';
import { openSession } from '../../../../agents/ssh/open-session.ts';
import type { JumpPool } from '../../../../agents/ssh/open-options.ts';
import type { HostKeyPolicy } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { createAuthGate, type AuthGate } from '../guard/auth-gate.ts';
import { createAuthGuard } from '../guard/auth-guard.ts';
import { lastPasswordRefusal, markPasswordAccepted, savePasswordTry } from '../guard/store.ts';
import { readCryptoRules, type CryptoRules } from '../crypto/crypto-exceptions.ts';
import { createHostKeyBook, type HostKeyBook } from '../host-keys/host-key-book.ts';
import { readPatternKeys } from '../host-keys/known-hosts-patterns.ts';
import type { LoginWatchOptions } from './login-watch.ts';

const NONCE_BYTES = 12;
/** Tunnels through one jump host at once: below OpenSSH's MaxSessions 10 and MaxStartups 10:30:100. */
const TARGETS_PER_JUMP_HOST = 8;

/** What all contacts of one run share: the guard, the key book and the connections to jump hosts. */
export interface ContactDesk {
  readonly gate: AuthGate;
  readonly book: HostKeyBook;
  readonly crypto: CryptoRules;
  readonly passwordTries: LoginWatchOptions['passwordTries'];
  readonly jumps: JumpPool;
  readonly addresses: AddressBook;
  readonly apartEntry: URL | undefined;
  readonly close: (atOnce?: boolean) => void;
}

export interface ContactDeskOptions {
  readonly database: ProjectDatabase;
  readonly policy: HostKeyPolicy;
  readonly by: string;
  readonly now: () => Date;
  /** See `CoreContext.apartEntry`. */
  readonly apartEntry?: URL | undefined;
}

export function openContactDesk({ database, policy, by, now, apartEntry }: ContactDeskOptions): ContactDesk {
  const guard = createAuthGuard({ now, lastPasswordRefusal: (host, port, user) => lastPasswordRefusal(database, host, port, user) });
  const jumps = createJumpPool({ open: openSession, maxTargets: TARGETS_PER_JUMP_HOST });
  const accountOf = ({ host, port, user }: { host: string; port: number; user: string }) => ({ host, port, user });
  return {
    gate: createAuthGate(guard),
    book: createHostKeyBook({ database, policy, by, now, patternKeys: readPatternKeys(database) }),
    crypto: readCryptoRules(database, now),
    passwordTries: {
      begun: (attempt) => savePasswordTry(database, accountOf(attempt), now().toISOString()),
      harmless: (attempt) => markPasswordAccepted(database, accountOf(attempt)),
    },
    jumps,
    addresses: createAddressBook(),
    apartEntry,
    close: (atOnce) => jumps.close(atOnce),
  };
}

/** The script of one contact, with a marker nothing on the host can guess. */
export function newProbe(useSudo: boolean) {
  const nonce = randomBytes(NONCE_BYTES).toString('hex');
  return { nonce, ...buildProbe({ nonce, useSudo }) };
}
