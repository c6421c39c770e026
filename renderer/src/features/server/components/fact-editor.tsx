import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerId } from '../../../../../shared/kernel/ids.ts';
import { parseEdit } from '../../../../../shared/model/typed-server-value.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { useFocusReturn } from '../../../ui/use-focus-return.ts';
import type { FactField } from '../lib/fact-fields.ts';

export interface FactEditorProps {
  readonly serverId: ServerId;
  readonly field: FactField;
  readonly onDone: () => void;
}

/** Overrules one value in its place, or gives it back to the scan. */
export function FactEditor({ serverId, field, onDone }: FactEditorProps) {
  const { t } = useTranslation(['server', 'fields', 'inventory', 'ui']);
  useFocusReturn(true);
  const [typed, setTyped] = useState(field.value === null ? '' : String(field.value));
  const edit = useCommand('inventory.editServers');
  const parsed = parseEdit(field.spec, typed);
  const label = t(`fields:${field.spec.key}`);
  const save = (value: string | number | null): void => edit.mutate({ serverIds: [serverId], changes: { [field.spec.key]: value } }, { onSuccess: onDone });
  return (
    <Stack gap={1}>
      <TextField label={t('override.value', { field: label })} value={typed} onChange={setTyped} width={320} autoFocus error={parsed.ok ? undefined : t(`inventory:edit.problem.${parsed.reason}`)} onEnter={() => (parsed.ok ? save(parsed.value) : undefined)} />
      <Row>
        <Button size="small" variant="primary" loading={edit.isPending} disabledReason={parsed.ok ? undefined : t(`inventory:edit.problem.${parsed.reason}`)} onClick={() => (parsed.ok ? save(parsed.value) : undefined)}>{t('override.save')}</Button>
        {field.overridden ? <Button size="small" onClick={() => save(null)}>{t('override.clear', { field: label })}</Button> : null}
        <Button size="small" variant="quiet" onClick={onDone}>{t('ui:cancel')}</Button>
      </Row>
    </Stack>
  );
}
