import { useTranslation } from 'react-i18next';
import { HOST_KEY_POLICIES } from '../../../../../shared/model/scan.ts';
import { useFileChoice } from '../../../api/use-file-choice.ts';
import { FileField } from '../../../ui/fields/file-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { PasswordField } from '../../../ui/fields/password-field.tsx';
import { RadioField } from '../../../ui/fields/radio-field.tsx';
import { SwitchField } from '../../../ui/fields/switch-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Columns, Stack } from '../../../ui/stack.tsx';
import type { AccessDraft, AccessProblem } from '../lib/access-draft.ts';
import { accessProblems } from '../lib/access-draft.ts';
import { KnownHostsImport } from './known-hosts-import.tsx';
import { VaultChoice } from './vault-choice.tsx';

export interface AccessFormProps {
  readonly draft: AccessDraft;
  readonly onChange: (changes: Partial<AccessDraft>) => void;
}

const KINDS = ['agent', 'vault', 'key-file', 'password'] as const;

/** How the scan proves who it is, and which hosts it believes. */
export function AccessForm({ draft, onChange }: AccessFormProps) {
  const { t } = useTranslation('scan');
  const problems = accessProblems(draft);
  // What is only not there yet is told by the button that needs it; what is there and wrong is told here.
  const problem = (key: AccessProblem): string | undefined => (problems.includes(key) ? t(`access.problem.${key}`) : undefined);
  return (
    <Columns minWidth={360} gap={8}>
      <Stack gap={4}>
        <RadioField label={t('access.kind')} value={draft.kind} onChange={(kind) => onChange({ kind })} choices={KINDS.map((value) => ({ value, label: t(`access.kinds.${value}.title`), text: t(`access.kinds.${value}.text`) }))} />
        <SecretFields draft={draft} onChange={onChange} />
        <TextField label={t('access.user')} hint={t('access.userHint')} width={280} mono value={draft.user} onChange={(user) => onChange({ user })} maxLength={64} />
        <TextField label={t('access.jump')} hint={t('access.jumpHint')} width={280} mono value={draft.jump} onChange={(jump) => onChange({ jump })} error={problem('jumpForm')} maxLength={2000} />
      </Stack>
      <Stack gap={4}>
        <RadioField label={t('access.policy')} value={draft.hostKeyPolicy} onChange={(hostKeyPolicy) => onChange({ hostKeyPolicy })} choices={HOST_KEY_POLICIES.map((value) => ({ value, label: t(`access.policies.${value}.title`), text: t(`access.policies.${value}.text`) }))} />
        <KnownHostsImport />
        <NumberField label={t('access.concurrency')} hint={t('access.concurrencyHint')} width={280} min={1} max={200} value={draft.concurrency} onChange={(concurrency) => onChange({ concurrency })} error={problem('concurrencyMissing')} />
        <SwitchField label={t('access.sudo')} hint={t('access.sudoHint')} value={draft.useSudo} onChange={(useSudo) => onChange({ useSudo })} />
      </Stack>
    </Columns>
  );
}

function SecretFields({ draft, onChange }: AccessFormProps) {
  const { t } = useTranslation('scan');
  const choice = useFileChoice('identity', (keyFile) => onChange({ keyFile }), { quiet: true });
  if (draft.kind === 'agent') return null;
  if (draft.kind === 'vault') return <VaultChoice credentialId={draft.credentialId} onChange={(credentialId) => onChange({ credentialId })} />;
  if (draft.kind === 'password') return <PasswordField label={t('access.password')} hint={t('access.secretHint')} width={280} value={draft.password} onChange={(password) => onChange({ password })} required />;
  return (
    <>
      <FileField label={t('access.keyFile')} hint={t('access.keyFileHint')} fileName={draft.keyFile?.name ?? null} onPick={choice.pick} onDrop={choice.drop} busy={choice.busy} />
      {choice.error === null ? null : <ErrorNotice error={choice.error} />}
      <PasswordField label={t('access.passphrase')} hint={t('access.secretHint')} width={280} value={draft.passphrase} onChange={(passphrase) => onChange({ passphrase })} />
    </>
  );
}
