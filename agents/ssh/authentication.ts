import type { AnyAuthMethod, AuthHandlerMiddleware, AuthenticationType, ParsedKey } from 'ssh2';
import { HostFailure } from './host-failure.ts';

/** A credential made ready: the key is parsed and decrypted once, not per host. */
export type ReadyCredential =
  | { readonly kind: 'agent'; readonly socket: string }
  | { readonly kind: 'key'; readonly key: ParsedKey }
  | { readonly kind: 'password'; readonly password: string };

const CHANGE_PROMPT = /new password|expired|change your password|current\)? (unix )?password/i;

/**
 * Offers exactly one method, once. A password first asks with `none` which methods there are, so that it is sent only where
 * it is asked for: as `password`, or, when that is not offered, as the one answer to one keyboard-interactive prompt.
 */
export class Authentication {
  readonly #user: string;
  readonly #credential: ReadyCredential;
  #tried: AuthenticationType[] = [];
  #offered: readonly string[] = [];
  #partial = false;
  #failure: HostFailure | undefined;

  constructor(user: string, credential: ReadyCredential) {
    this.#user = user;
    this.#credential = credential;
  }

  /** What the trace says went wrong, once the server has refused. */
  failure(): HostFailure {
    if (this.#failure) return this.#failure;
    const method = this.#method();
    const params = { user: this.#user, method, offered: this.#offered.join(', ') };
    if (this.#partial) return new HostFailure('AUTH_INTERACTIVE_2FA', params);
    const wasOffered = this.#offered.length === 0 || this.#offered.includes(method) || (method === 'password' && this.#offered.includes('keyboard-interactive'));
    return new HostFailure(wasOffered ? 'AUTH_REJECTED' : 'AUTH_METHOD_NOT_OFFERED', params);
  }

  refuse(failure: HostFailure): void {
    this.#failure ??= failure;
  }

  #method(): AuthenticationType {
    return this.#credential.kind === 'password' ? 'password' : 'publickey';
  }

  readonly handler: AuthHandlerMiddleware = (left: AuthenticationType[] | null, partial: boolean | null, next) => {
    if (left) this.#offered = left;
    if (partial) this.#partial = true;
    const chosen = this.#next();
    if (!chosen) {
      // The types do not know `false`: no further method.
      Reflect.apply(next, undefined, [false]);
      return;
    }
    this.#tried.push(chosen.type);
    next(chosen);
  };

  #next(): AnyAuthMethod | undefined {
    const credential = this.#credential;
    const username = this.#user;
    if (this.#partial || this.#failure) return undefined;
    if (credential.kind === 'key') return this.#tried.length === 0 ? { type: 'publickey', username, key: credential.key } : undefined;
    if (credential.kind === 'agent') return this.#tried.length === 0 ? { type: 'agent', username, agent: credential.socket } : undefined;
    if (this.#tried.length === 0) return { type: 'none', username };
    if (this.#tried.length > 1) return undefined;
    if (this.#offered.includes('password')) return { type: 'password', username, password: credential.password };
    if (!this.#offered.includes('keyboard-interactive')) return undefined;
    return { type: 'keyboard-interactive', username, prompt: this.#prompt(credential.password) };
  }

  /** Answers one hidden prompt; a second one is a second factor, and a question for a new password is never answered. */
  #prompt(password: string) {
    let rounds = 0;
    return (_name: string, instructions: string, _lang: string, prompts: { prompt: string; echo?: boolean }[], finish: (answers: string[]) => void): void => {
      rounds += 1;
      const asked = `${instructions} ${prompts.map((each) => each.prompt).join(' ')}`.slice(0, 2000);
      if (CHANGE_PROMPT.test(asked)) this.refuse(new HostFailure('AUTH_PASSWORD_EXPIRED', { user: this.#user }));
      else if (prompts.length !== 1 || rounds > 1 || prompts[0]?.echo === true) this.refuse(new HostFailure('AUTH_INTERACTIVE_2FA', { user: this.#user, method: 'keyboard-interactive', offered: this.#offered.join(', ') }));
      if (this.#failure) return this.onRefused();
      finish([password]);
    };
  }

  /** Set by the session: closes the connection without typing anything. */
  onRefused: () => void = () => undefined;
}
