import { HostFailure } from './host-failure.ts';
import { loadPrivateKey } from './load-private-key.ts';
import type { Credential } from './dial.ts';
import type { ReadyCredential } from './authentication.ts';

const WINDOWS_AGENT = '\\\\.\\pipe\\openssh-ssh-agent';
const ready = new WeakMap<Credential, ReadyCredential>();

/** The running user's agent: SSH_AUTH_SOCK, or the pipe of OpenSSH on Windows. */
export function defaultAgentSocket(): string | undefined {
  return process.env['SSH_AUTH_SOCK'] ?? (process.platform === 'win32' ? WINDOWS_AGENT : undefined);
}

function prepare(credential: Credential): ReadyCredential {
  if (credential.kind === 'password') return credential;
  if (credential.kind === 'agent') {
    const socket = credential.socket ?? defaultAgentSocket();
    if (socket === undefined) throw new HostFailure('AUTH_REJECTED', { user: '', method: 'agent', offered: '', reason: 'noAgent' });
    return { kind: 'agent', socket };
  }
  const loaded = loadPrivateKey(credential.privateKey, credential.passphrase);
  if (!loaded.ok) throw new HostFailure('AUTH_REJECTED', { user: '', method: 'publickey', offered: '', reason: loaded.problem });
  return { kind: 'key', key: loaded.key };
}

/** Parses and decrypts a key once per credential object: a passphrase costs a tenth of a second of CPU each time. */
export function readyCredential(credential: Credential): ReadyCredential {
  const known = ready.get(credential) ?? prepare(credential);
  ready.set(credential, known);
  return known;
}
