import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../../shared/model/campaign.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFileChoice } from '../../../api/use-file-choice.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileField } from '../../../ui/fields/file-field.tsx';
import { PasswordField } from '../../../ui/fields/password-field.tsx';
import { RadioField } from '../../../ui/fields/radio-field.tsx';
import { SwitchField } from '../../../ui/fields/switch-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { ACCESS_KINDS, credentialOf, NEW_ACCESS, type AccessDraft } from '../lib/access-draft.ts';

export interface StartDialogProps {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}

/** In a project of the sample city its embedded servers answer; elsewhere the run needs a way to log in. */
export function StartDialog({ campaign, onClose }: StartDialogProps) {
  const sample = useCall('project.getStatus', {}).data?.sample;
  if (sample === undefined) return null;
  return sample ? <SampleStart campaign={campaign} onClose={onClose} /> : <LoginStart campaign={campaign} onClose={onClose} />;
}

function SampleStart({ campaign, onClose }: StartDialogProps) {
  const { t } = useTranslation('campaign');
  const start = useCommand('campaign.runSample', { quiet: true });
  return (
    <Dialog title={t('start.title')} opened onClose={onClose} size="small">
      <Stack gap={4}>
        <p>{t('start.sampleText')}</p>
        {start.error === null ? null : <ErrorNotice error={start.error} />}
        <Row justify="flex-end"><Button variant="primary" icon="play" autoFocus loading={start.isPending} onClick={() => start.mutate({ campaignId: campaign.id, wait: true }, { onSuccess: onClose })}>{t('start.begin')}</Button></Row>
      </Stack>
    </Dialog>
  );
}

/** How the run logs in; then it works off the campaign and stays for the rest of it. */
function LoginStart({ campaign, onClose }: StartDialogProps) {
  const { t } = useTranslation('campaign');
  const [draft, setDraft] = useState(NEW_ACCESS);
  const [useSudo, setUseSudo] = useState(true);
  const start = useCommand('campaign.run', { quiet: true });
  const credential = credentialOf(draft);
  const change = (changes: Partial<AccessDraft>): void => setDraft((now) => ({ ...now, ...changes }));
  const begin = (): void => {
    if (credential !== null) start.mutate({ campaignId: campaign.id, credential, useSudo, wait: true }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('start.title')} opened onClose={onClose}>
      <Stack gap={4}>
        <p>{t('start.text')}</p>
        <RadioField label={t('start.kind')} value={draft.kind} onChange={(kind) => change({ kind })} choices={ACCESS_KINDS.map((value) => ({ value, label: t(`start.kinds.${value}`) }))} />
        <SecretFields draft={draft} onChange={change} />
        <TextField label={t('start.user')} hint={t('start.userHint')} mono value={draft.user} onChange={(user) => change({ user })} maxLength={64} />
        <SwitchField label={t('start.sudo')} hint={t('start.sudoHint')} value={useSudo} onChange={setUseSudo} />
        {start.error === null ? null : <ErrorNotice error={start.error} />}
        <Row justify="flex-end"><Button variant="primary" icon="play" loading={start.isPending} disabledReason={credential === null ? t('start.missing') : undefined} onClick={begin}>{t('start.begin')}</Button></Row>
      </Stack>
    </Dialog>
  );
}

function SecretFields({ draft, onChange }: { readonly draft: AccessDraft; readonly onChange: (changes: Partial<AccessDraft>) => void }) {
  const { t } = useTranslation('campaign');
  const choice = useFileChoice('identity', (keyFile) => onChange({ keyFile }), { quiet: true });
  if (draft.kind === 'agent') return null;
  if (draft.kind === 'password') return <PasswordField label={t('start.password')} hint={t('start.secretHint')} value={draft.password} onChange={(password) => onChange({ password })} required />;
  return (
    <>
      <FileField label={t('start.keyFile')} fileName={draft.keyFile?.name ?? null} onPick={choice.pick} onDrop={choice.drop} busy={choice.busy} />
      {choice.error === null ? null : <ErrorNotice error={choice.error} />}
      <PasswordField label={t('start.passphrase')} hint={t('start.secretHint')} value={draft.passphrase} onChange={(passphrase) => onChange({ passphrase })} />
    </>
  );
}
