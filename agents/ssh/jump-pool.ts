import type { Dial } from './dial.ts';
import { HostFailure } from './host-failure.ts';
import type { JumpLease, JumpPool, OpenOptions } from './open-options.ts';
import type { Session } from './session.ts';

export interface JumpPoolOptions {
  readonly open: (dial: Dial, options: OpenOptions) => Promise<Session>;
  /** Targets at once behind one bastion; more wait in line. */
  readonly maxTargets?: number;
}

interface Bastion {
  session: Promise<Session>;
  inUse: number;
  readonly waiting: (() => void)[];
}

const DEFAULT_MAX_TARGETS = 16;
/** A refused login is not tried again by each of a thousand targets: that would lock the account. */
const STICKY = /^(AUTH_|HOSTKEY_)/;

function keyOf(dial: Dial): string {
  return `${dial.user}@${dial.host}:${dial.port}${dial.jump ? ` via ${keyOf(dial.jump)}` : ''}`;
}

/** Names the hop that failed as `via`, whatever lies behind it. */
function asBastionFailure(dial: Dial, error: unknown): HostFailure {
  const place = { host: dial.host, port: dial.port, via: `${dial.host}:${dial.port}` };
  if (!(error instanceof HostFailure)) return new HostFailure('BASTION_FAILED', { ...place, cause: 'unknown' }, { cause: error });
  if (error.error.code === 'CANCELLED' || error.error.code === 'BASTION_FAILED') return error;
  return new HostFailure('BASTION_FAILED', { ...error.error.params, ...place, cause: error.error.code }, { cause: error });
}

export function createJumpPool({ open, maxTargets = DEFAULT_MAX_TARGETS }: JumpPoolOptions): JumpPool {
  const bastions = new Map<string, Bastion>();
  const ending = new AbortController();

  function connectTo(dial: Dial, options: OpenOptions): Promise<Session> {
    // A hop stays open as long as the pool: were it counted as a target of the hop before it, a few would block all others.
    const session = open(dial, { ...options, jumps: { lease: (before, each) => lease(before, each, false), close: () => undefined }, signal: ending.signal });
    session.catch(() => undefined);
    return session;
  }

  async function sessionOf(bastion: Bastion, dial: Dial, options: OpenOptions): Promise<Session> {
    const current = bastion.session;
    const usable = await current.then((session) => session.isOpen, (error: unknown) => error instanceof HostFailure && STICKY.test(error.error.code));
    if (!usable && bastion.session === current) bastion.session = connectTo(dial, options);
    return await bastion.session;
  }

  async function turn(bastion: Bastion, signal: AbortSignal): Promise<void> {
    if (bastion.inUse < maxTargets) {
      bastion.inUse += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = (): void => { signal.removeEventListener('abort', leave); resolve(); };
      const leave = (): void => {
        bastion.waiting.splice(bastion.waiting.indexOf(go), 1);
        reject(new HostFailure('CANCELLED'));
      };
      bastion.waiting.push(go);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  function release(bastion: Bastion): void {
    const next = bastion.waiting.shift();
    if (next) next();
    else bastion.inUse -= 1;
  }

  async function lease(dial: Dial, options: OpenOptions, counted: boolean): Promise<JumpLease> {
    const key = keyOf(dial);
    const bastion = bastions.get(key) ?? { session: connectTo(dial, options), inUse: 0, waiting: [] };
    bastions.set(key, bastion);
    if (counted) await turn(bastion, options.signal);
    let held = counted;
    const letGo = (): void => {
      if (held) release(bastion);
      held = false;
    };
    try {
      return { session: await sessionOf(bastion, dial, options), release: letGo };
    } catch (error) {
      letGo();
      throw asBastionFailure(dial, error);
    }
  }

  return {
    lease: (dial, options) => lease(dial, options, true),
    close(atOnce = false) {
      ending.abort();
      for (const { session } of bastions.values()) session.then((open_) => open_.close(atOnce), () => undefined);
      bastions.clear();
    },
  };
}
