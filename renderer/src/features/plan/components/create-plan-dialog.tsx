import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';

export interface CreatePlanDialogProps {
  readonly onClose: () => void;
  readonly onStarted: (jobId: string) => void;
}

/** Starts the planning with the saved settings. */
export function CreatePlanDialog({ onClose, onStarted }: CreatePlanDialogProps) {
  const { t } = useTranslation('plan');
  const [name, setName] = useState('');
  const create = useCommand('plan.create', { quiet: true });
  const start = (): void =>
    create.mutate(name.trim() === '' ? {} : { name: name.trim() }, {
      onSuccess: ({ jobId }) => {
        onStarted(jobId);
        onClose();
      },
    });
  return (
    <Dialog title={t('create.title')} opened onClose={onClose} size="small">
      <Stack gap={4}>
        <p>{t('create.text')}</p>
        <TextField label={t('create.name')} value={name} onChange={setName} maxLength={120} autoFocus onEnter={start} />
        {create.error === null ? null : <ErrorNotice error={create.error} />}
        <Row justify="flex-end"><Button variant="primary" loading={create.isPending} onClick={start}>{t('create.start')}</Button></Row>
      </Stack>
    </Dialog>
  );
}
