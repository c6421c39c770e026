import type { CryptoClass } from '../../shared/model/scan.ts';

/** How this side proves who it is: exactly one method, tried once. Never part of an error or a log line. */
export type Credential =
  | { readonly kind: 'agent'; readonly socket?: string }
  | { readonly kind: 'key'; readonly privateKey: string | Buffer; readonly passphrase?: string }
  | { readonly kind: 'password'; readonly password: string };

/** The key a server showed, before anything was sent to it. */
export interface ShownHostKey {
  readonly host: string;
  readonly port: number;
  /** As in known_hosts: ssh-ed25519, ecdsa-sha2-nistp256, ssh-rsa … */
  readonly type: string;
  readonly publicKeyBase64: string;
  /** `SHA256:` and 43 base64 characters, as OpenSSH prints it. */
  readonly fingerprintSha256: string;
}

export type HostKeyVerdict = 'accept' | 'unknown' | 'changed';

/** Milliseconds; each has a default fit for one host among thousands. */
export interface DialTimeouts {
  /** Name lookup and TCP connect, each. Default 10,000. */
  readonly connectMs?: number;
  /** First byte after TCP connect. Default 10,000. */
  readonly bannerMs?: number;
  /** From TCP connect to a session that is ready. Default 20,000. */
  readonly handshakeMs?: number;
}

export interface Dial {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly credential: Credential;
  /** Asked once per connection before authentication; nothing secret is sent unless it answers `accept`. */
  readonly verifyHostKey: (key: ShownHostKey) => Promise<HostKeyVerdict>;
  /** The bastion to go through; its own host key and credential are checked in the same way. */
  readonly jump?: Dial;
  readonly timeouts?: DialTimeouts;
  /** Outdated algorithms to offer as well. Only by a recorded exception for this host. */
  readonly allowCrypto?: readonly CryptoClass[];
  /** Key types already trusted for this host: asked for first, so that a host with several keys does not look changed. */
  readonly knownKeyTypes?: readonly string[];
}
