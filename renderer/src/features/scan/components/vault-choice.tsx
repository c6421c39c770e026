import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MIN_PASSPHRASE_LENGTH } from '../../../../../shared/contract/vault.ts';
import type { CredentialId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { PasswordField } from '../../../ui/fields/password-field.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { StoreCredentialDialog } from './store-credential-dialog.tsx';

export interface VaultChoiceProps {
  readonly credentialId: CredentialId | null;
  readonly onChange: (credentialId: CredentialId | null) => void;
}

/** A credential of the project's vault: made, opened or chosen from, as far as it is. */
export function VaultChoice(props: VaultChoiceProps) {
  const status = useCall('vault.getStatus', {}).data?.status;
  if (status === undefined) return null;
  return status.state === 'unlocked' ? <CredentialChoice {...props} /> : <VaultDoor isNew={status.state === 'none'} fileName={status.fileName} />;
}

function VaultDoor({ isNew, fileName }: { readonly isNew: boolean; readonly fileName: string }) {
  const { t } = useTranslation('scan');
  const [passphrase, setPassphrase] = useState('');
  const create = useCommand('vault.create', { quiet: true });
  const unlock = useCommand('vault.unlock', { quiet: true });
  const door = isNew ? create : unlock;
  const tooShort = isNew ? passphrase.length < MIN_PASSPHRASE_LENGTH : passphrase === '';
  const open = (): void => door.mutate({ passphrase }, { onSettled: () => setPassphrase('') });
  return (
    <Stack gap={2} align="flex-start">
      <PasswordField label={t(isNew ? 'vault.newPassphrase' : 'vault.passphrase')} hint={isNew ? t('vault.newHint', { file: fileName, length: MIN_PASSPHRASE_LENGTH }) : t('vault.lockedHint', { file: fileName })} width={380} value={passphrase} onChange={setPassphrase} />
      {door.error === null ? null : <ErrorNotice error={door.error} />}
      <Button loading={door.isPending} disabledReason={tooShort ? t('vault.passphraseMissing') : undefined} onClick={open}>{t(isNew ? 'vault.create' : 'vault.unlock')}</Button>
    </Stack>
  );
}

function CredentialChoice({ credentialId, onChange }: VaultChoiceProps) {
  const { t } = useTranslation('scan');
  const [storing, setStoring] = useState(false);
  const [removing, setRemoving] = useState(false);
  const entries = useCall('vault.list', {}).data?.entries ?? [];
  const remove = useCommand('vault.remove');
  const lock = useCommand('vault.lock');
  const chosen = entries.find((entry) => entry.id === credentialId);
  const scope = chosen === undefined ? '' : [...chosen.scope.departments, ...chosen.scope.hosts].join(', ');
  return (
    <Stack gap={2} align="flex-start">
      <OptionalSelectField
        label={t('vault.credential')} hint={chosen === undefined ? t('vault.credentialHint') : t('vault.scope', { scope: scope || t('vault.everywhere') })} width={380} value={chosen?.id ?? null} onChange={onChange} searchable
        choices={entries.map(({ id, name, user, kind }) => ({ value: id, label: `${name} (${[user, t(`vault.kinds.${kind}`)].filter(Boolean).join(', ')})` }))}
      />
      <Row>
        <Button icon="plus" onClick={() => setStoring(true)}>{t('vault.store')}</Button>
        <Button disabledReason={chosen === undefined ? t('access.problem.credentialMissing') : undefined} onClick={() => setRemoving(true)}>{t('vault.remove')}</Button>
        <Button onClick={() => lock.mutate({})}>{t('vault.lock')}</Button>
      </Row>
      {chosen === undefined ? null : (
        <ConfirmDialog opened={removing} danger title={t('vault.removeTitle', { name: chosen.name })} confirmLabel={t('vault.remove')} busy={remove.isPending} onConfirm={() => remove.mutate({ id: chosen.id }, { onSuccess: () => { setRemoving(false); onChange(null); } })} onCancel={() => setRemoving(false)}>
          {t('vault.removeText')}
        </ConfirmDialog>
      )}
      {storing ? <StoreCredentialDialog onClose={() => setStoring(false)} onStored={onChange} /> : null}
    </Stack>
  );
}
