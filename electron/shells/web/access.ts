import { createHash, timingSafeEqual } from 'node:crypto';

export const LAUNCH_CODE_LIFE_MS = 60_000;

export interface Session {
  /** Goes into the cookie. */
  readonly cookie: string;
  /** Goes into the header `x-landfall` of changing requests. */
  readonly token: string;
}

export interface Access {
  /** A code for one start of a browser within 60 s. */
  issueLaunchCode(): string;
  /** The new session, or undefined when the code is unknown, used or too old. */
  redeem(code: string): Session | undefined;
  sessionOf(cookies: readonly string[]): Session | undefined;
  mayChange(session: Session, token: string | undefined): boolean;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Who may use the server. Looking things up by digest keeps comparison times free of information. `monotonicMs` never goes back. */
export function createAccess({ monotonicMs, randomToken }: { monotonicMs: () => number; randomToken: () => string }): Access {
  const codes = new Map<string, number>();
  const sessions = new Map<string, Session>();
  return {
    issueLaunchCode() {
      const code = randomToken();
      codes.set(digest(code), monotonicMs() + LAUNCH_CODE_LIFE_MS);
      return code;
    },
    redeem(code) {
      const key = digest(code);
      const expires = codes.get(key);
      codes.delete(key);
      if (expires === undefined || monotonicMs() >= expires) return undefined;
      const session: Session = { cookie: randomToken(), token: randomToken() };
      sessions.set(digest(session.cookie), session);
      return session;
    },
    sessionOf: (cookies) => (cookies.length === 1 && cookies[0] ? sessions.get(digest(cookies[0])) : undefined),
    mayChange: (session, token) => token !== undefined && timingSafeEqual(Buffer.from(digest(token)), Buffer.from(digest(session.token))),
  };
}
