import type { InputOf } from '../../../../../shared/contract/contract.ts';
import type { CredentialId, FileToken } from '../../../../../shared/kernel/ids.ts';
import type { HostKeyPolicy } from '../../../../../shared/model/scan.ts';

export type RunOptions = Pick<InputOf<'scan.start'>, 'credential' | 'hostKeyPolicy' | 'concurrency' | 'jump' | 'useSudo'>;
export type CredentialKind = RunOptions['credential']['kind'];

/** What the access step holds; secrets stay in this window's memory and leave it only with a run. */
export interface AccessDraft {
  readonly kind: CredentialKind;
  readonly user: string;
  readonly password: string;
  readonly keyFile: { readonly token: FileToken; readonly name: string } | null;
  readonly passphrase: string;
  /** Of the vault. */
  readonly credentialId: CredentialId | null;
  readonly jump: string;
  readonly hostKeyPolicy: HostKeyPolicy;
  readonly concurrency: number | null;
  readonly useSudo: boolean;
}

export const NEW_ACCESS: AccessDraft = { kind: 'agent', user: '', password: '', keyFile: null, passphrase: '', credentialId: null, jump: '', hostKeyPolicy: 'ask', concurrency: 16, useSudo: true };

export type AccessProblem = 'keyFileMissing' | 'passwordMissing' | 'credentialMissing' | 'jumpForm' | 'concurrencyMissing';

/** One jump host: `user@host` or `user@host:port`, IPv6 in brackets. */
const JUMP = /^[^\s@/:]{1,64}@(?:\[[0-9A-Fa-f:.]+\]|[^\s@/:[\]]+)(?::\d{1,5})?$/;

/** What is missing before a run can use this draft. */
export function accessProblems(draft: AccessDraft): readonly AccessProblem[] {
  const problems: AccessProblem[] = [];
  if (draft.kind === 'key-file' && draft.keyFile === null) problems.push('keyFileMissing');
  if (draft.kind === 'password' && draft.password === '') problems.push('passwordMissing');
  if (draft.kind === 'vault' && draft.credentialId === null) problems.push('credentialMissing');
  if (draft.jump.trim() !== '' && !draft.jump.split(',').every((hop) => JUMP.test(hop.trim()))) problems.push('jumpForm');
  if (draft.concurrency === null) problems.push('concurrencyMissing');
  return problems;
}

function credentialOf({ kind, user, password, keyFile, passphrase, credentialId }: AccessDraft): RunOptions['credential'] | null {
  const account = user.trim() === '' ? {} : { user: user.trim() };
  switch (kind) {
    case 'agent': return { kind, ...account };
    case 'password': return { kind, ...account, password };
    case 'vault': return credentialId === null ? null : { kind, ...account, id: credentialId };
    case 'key-file': return keyFile === null ? null : { kind, ...account, file: keyFile.token, ...(passphrase === '' ? {} : { passphrase }) };
  }
}

/** The draft as the contract wants it; null while something is missing. */
export function runOptionsOf(draft: AccessDraft): RunOptions | null {
  const credential = credentialOf(draft);
  if (credential === null || accessProblems(draft).length > 0) return null;
  const jump = draft.jump.trim();
  return { credential, hostKeyPolicy: draft.hostKeyPolicy, concurrency: draft.concurrency ?? 16, useSudo: draft.useSudo, ...(jump === '' ? {} : { jump }) };
}
