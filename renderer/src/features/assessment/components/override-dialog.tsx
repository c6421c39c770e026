import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { STRATEGIES, type Strategy } from '../../../../../shared/model/strategy.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { RadioField } from '../../../ui/fields/radio-field.tsx';
import { TextAreaField } from '../../../ui/fields/text-area-field.tsx';
import { ErrorNotice } from '../../../ui/notice.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';

export interface OverrideDialogProps {
  readonly systemIds: readonly SystemId[];
  readonly onClose: () => void;
}

/** A person's word beats every rule, and names its reason. */
export function OverrideDialog({ systemIds, onClose }: OverrideDialogProps) {
  const { t } = useTranslation(['assessment', 'exports']);
  const [strategy, setStrategy] = useState<Strategy>('rehost');
  const [reason, setReason] = useState('');
  const override = useCommand('assessment.overrideStrategy', { quiet: true });
  const apply = (chosen: Strategy | null): void =>
    override.mutate({ systemIds: [...systemIds], strategy: chosen, reason: reason.trim() }, {
      onSuccess: ({ changed }) => {
        showToast({ title: t('override.done', { count: changed }), tone: 'done' });
        onClose();
      },
    });
  return (
    <Dialog title={t('override.title')} opened onClose={onClose}>
      <Stack gap={4}>
        <RadioField label={t('override.strategy')} value={strategy} onChange={setStrategy} choices={STRATEGIES.map((value) => ({ value, label: t(`exports:strategy.${value}`), text: t(`strategyHelp.${value}`) }))} />
        <TextAreaField label={t('override.reason')} value={reason} onChange={setReason} rows={2} maxLength={400} required />
        {override.error === null ? null : <ErrorNotice error={override.error} />}
        <Row justify="space-between">
          <Button loading={override.isPending} onClick={() => apply(null)}>{t('override.clear')}</Button>
          <Button variant="primary" loading={override.isPending} disabledReason={reason.trim() === '' ? t('override.needReason') : undefined} onClick={() => apply(strategy)}>{t('override.apply')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
