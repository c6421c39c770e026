import type { InputOf } from '../../../../../shared/contract/contract.ts';
import type { FileToken } from '../../../../../shared/kernel/ids.ts';

type Credential = InputOf<'campaign.run'>['credential'];
export const ACCESS_KINDS = ['agent', 'key-file', 'password'] as const;

/** How a run logs in; secrets stay in this window's memory and leave it only with a run. */
export interface AccessDraft {
  readonly kind: (typeof ACCESS_KINDS)[number];
  readonly user: string;
  readonly password: string;
  readonly keyFile: { readonly token: FileToken; readonly name: string } | null;
  readonly passphrase: string;
}

export const NEW_ACCESS: AccessDraft = { kind: 'agent', user: '', password: '', keyFile: null, passphrase: '' };

/** null while something is missing. */
export function credentialOf({ kind, user, password, keyFile, passphrase }: AccessDraft): Credential | null {
  const account = user.trim() === '' ? {} : { user: user.trim() };
  switch (kind) {
    case 'agent': return { kind, ...account };
    case 'password': return password === '' ? null : { kind, ...account, password };
    case 'key-file': return keyFile === null ? null : { kind, ...account, file: keyFile.token, ...(passphrase === '' ? {} : { passphrase }) };
  }
}
