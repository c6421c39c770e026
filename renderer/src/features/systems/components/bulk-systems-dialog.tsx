import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemId } from '../../../../../shared/kernel/ids.ts';
import { CRITICALITIES, ENVIRONMENTS } from '../../../../../shared/model/service-system.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OptionalSelectField, SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { BULK_FIELDS, bulkChange, type BulkField } from '../lib/bulk-change.ts';

export interface BulkSystemsDialogProps {
  readonly ids: readonly SystemId[];
  readonly onClose: () => void;
}

/** One field of many systems at once; empty means "not known". */
export function BulkSystemsDialog({ ids, onClose }: BulkSystemsDialogProps) {
  const { t } = useTranslation(['systems', 'exports']);
  const [field, setField] = useState<BulkField>('criticality');
  const [value, setValue] = useState<string | null>(null);
  const save = useCommand('organisation.updateSystems');
  const choices: Readonly<Record<Exclude<BulkField, 'owner'>, readonly { value: string; label: string }[]>> = {
    criticality: CRITICALITIES.map((one) => ({ value: one, label: t(`exports:criticality.${one}`) })),
    environment: ENVIRONMENTS.map((one) => ({ value: one, label: t(`exports:environment.${one}`) })),
    protectionLevel: [1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: t('level', { level }) })),
    classified: (['yes', 'no'] as const).map((one) => ({ value: one, label: t(`classified.${one}`) })),
  };
  const apply = (): void =>
    save.mutate({ ids: [...ids], changes: bulkChange(field, value) }, {
      onSuccess: ({ changed }) => {
        showToast({ title: t('bulk.done', { count: changed }), tone: 'done' });
        onClose();
      },
    });
  return (
    <Dialog title={t('bulk.title', { count: ids.length })} opened onClose={onClose} size="small">
      <Stack gap={4}>
        <SelectField label={t('bulk.field')} value={field} choices={BULK_FIELDS.map((one) => ({ value: one, label: t(`field.${one}`) }))} onChange={(next) => { setField(next); setValue(null); }} />
        {field === 'owner' ? <TextField label={t('bulk.value')} value={value ?? ''} onChange={setValue} maxLength={200} /> : <OptionalSelectField label={t('bulk.value')} value={value} placeholder={t('unknownOption')} onChange={setValue} choices={choices[field]} />}
        <Row justify="flex-end"><Button variant="primary" loading={save.isPending} onClick={apply}>{t('bulk.apply', { count: ids.length })}</Button></Row>
      </Stack>
    </Dialog>
  );
}
