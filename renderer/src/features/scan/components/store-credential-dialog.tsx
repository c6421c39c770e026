import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../../../shared/contract/contract.ts';
import type { CredentialId } from '../../../../../shared/kernel/ids.ts';
import type { PickedFile } from '../../../../../shared/contract/host.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFileChoice } from '../../../api/use-file-choice.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileField } from '../../../ui/fields/file-field.tsx';
import { MultiSelectField } from '../../../ui/fields/multi-select-field.tsx';
import { PasswordField } from '../../../ui/fields/password-field.tsx';
import { RadioField } from '../../../ui/fields/radio-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';

export interface StoreCredentialDialogProps {
  readonly onClose: () => void;
  readonly onStored: (id: CredentialId) => void;
}

const KINDS = ['key', 'password'] as const;
const MAX_DEPARTMENTS = 500;

interface Draft {
  readonly name: string;
  readonly user: string;
  readonly kind: (typeof KINDS)[number];
  readonly password: string;
  readonly keyFile: PickedFile | null;
  readonly departments: readonly string[];
  readonly hosts: string;
}

const EMPTY: Draft = { name: '', user: '', kind: 'key', password: '', keyFile: null, departments: [], hosts: '' };

/** What the vault is to keep; null while something is missing. One field holds the password, or the passphrase of the key. */
function requestOf({ name, user, kind, password, keyFile, departments, hosts }: Draft): InputOf<'vault.add'> | null {
  const scope = { departments: [...departments], hosts: hosts.split(/[\s,;]+/).filter((host) => host !== '') };
  const common = { name: name.trim(), user: user.trim() === '' ? null : user.trim(), scope };
  if (common.name === '') return null;
  if (kind === 'password') return password === '' ? null : { ...common, secret: { kind, password } };
  return keyFile === null ? null : { ...common, secret: { kind: 'key-file', file: keyFile.token, ...(password === '' ? {} : { passphrase: password }) } };
}

/** Stores a key or a password under a name, for all servers or those of a scope. */
export function StoreCredentialDialog({ onClose, onStored }: StoreCredentialDialogProps) {
  const { t } = useTranslation('scan');
  const [draft, setDraft] = useState(EMPTY);
  const change = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }));
  const departments = useCall('organisation.listDepartments', { limit: MAX_DEPARTMENTS }).data?.rows ?? [];
  const choice = useFileChoice('identity', (keyFile) => change({ keyFile }), { quiet: true });
  const store = useCommand('vault.add', { quiet: true });
  const request = requestOf(draft);
  const save = (): void => {
    if (request === null) return;
    store.mutate(request, {
      onSuccess: ({ entry }) => {
        onStored(entry.id);
        onClose();
      },
    });
  };
  return (
    <Dialog opened title={t('vault.store')} onClose={onClose}>
      <Stack gap={4}>
        <TextField label={t('vault.name')} value={draft.name} onChange={(name) => change({ name })} maxLength={120} required />
        <TextField label={t('access.user')} hint={t('access.userHint')} mono value={draft.user} onChange={(user) => change({ user })} maxLength={64} />
        <RadioField label={t('vault.kind')} value={draft.kind} onChange={(kind) => change({ kind, password: '' })} choices={KINDS.map((value) => ({ value, label: t(`vault.kinds.${value}`) }))} />
        {draft.kind === 'key' ? <FileField label={t('access.keyFile')} hint={t('access.keyFileHint')} fileName={draft.keyFile?.name ?? null} onPick={choice.pick} onDrop={choice.drop} busy={choice.busy} /> : null}
        <PasswordField label={t(draft.kind === 'key' ? 'access.passphrase' : 'access.password')} value={draft.password} onChange={(password) => change({ password })} />
        <MultiSelectField label={t('vault.departments')} hint={t('vault.departmentsHint')} value={draft.departments} onChange={(chosen) => change({ departments: chosen })} choices={departments.map(({ name }) => ({ value: name, label: name }))} />
        <TextField label={t('vault.hosts')} hint={t('vault.hostsHint')} mono value={draft.hosts} onChange={(hosts) => change({ hosts })} />
        {choice.error === null ? null : <ErrorNotice error={choice.error} />}
        {store.error === null ? null : <ErrorNotice error={store.error} />}
        <Row justify="flex-end">
          <Button onClick={onClose}>{t('vault.cancel')}</Button>
          <Button variant="primary" loading={store.isPending} disabledReason={request === null ? t('vault.incomplete') : undefined} onClick={save}>{t('vault.save')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
