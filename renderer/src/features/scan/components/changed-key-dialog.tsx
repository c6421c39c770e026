import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostKey } from '../../../../../shared/model/scan.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';

export interface ChangedKeyDialogProps {
  readonly hostKey: HostKey;
  readonly onClose: () => void;
}

const TYPED_CHARACTERS = 8;

/** Both fingerprints side by side; the end of the new one is typed from the server's console before it is trusted. */
export function ChangedKeyDialog({ hostKey, onClose }: ChangedKeyDialogProps) {
  const { t } = useTranslation('scan');
  const [typed, setTyped] = useState('');
  const approve = useCommand('scan.approveHostKeys');
  const expected = hostKey.fingerprintSha256.slice(-TYPED_CHARACTERS);
  const trust = (): void => approve.mutate({ keys: [{ host: hostKey.host, port: hostKey.port, path: hostKey.path, fingerprintSha256: hostKey.fingerprintSha256 }], replaceChanged: true }, { onSuccess: onClose });
  return (
    <Dialog opened title={t('changed.title', { host: hostKey.host })} onClose={onClose}>
      <Stack gap={4}>
        <Notice tone="warning" title={t('changed.warning')}>{t('changed.text')}</Notice>
        <DefinitionList
          items={[
            { key: 'before', label: t('changed.before'), value: <span className="mono">{hostKey.previousFingerprintSha256 ?? '-'}</span> },
            { key: 'now', label: t('changed.now'), value: <span className="mono">{hostKey.fingerprintSha256}</span> },
          ]}
        />
        <TextField label={t('changed.type', { count: TYPED_CHARACTERS })} hint={t('changed.command')} mono value={typed} onChange={setTyped} />
        <Row justify="flex-end">
          <Button autoFocus onClick={onClose}>{t('changed.keep')}</Button>
          <Button variant="danger" loading={approve.isPending} disabledReason={typed.trim() === expected ? undefined : t('changed.mismatch')} onClick={trust}>{t('changed.trust')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
