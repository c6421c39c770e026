import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server, ServerField } from '../../../../../shared/model/server.ts';
import { parseEdit } from '../../../../../shared/model/typed-server-value.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { editEffect } from '../lib/edit-effect.ts';
import { EDITABLE_FIELDS } from '../lib/server-columns.ts';

export interface BulkEditDialogProps {
  readonly count: number;
  /** Reads the chosen rows, also those that were never on the screen. */
  readonly read: () => Promise<readonly Server[]>;
  readonly onClose: () => void;
}

/** One field of many servers, with the effect told before it happens. */
export function BulkEditDialog({ count, read, onClose }: BulkEditDialogProps) {
  const { t } = useTranslation('inventory');
  const format = useFormat();
  const [servers, setServers] = useState<readonly Server[]>();
  useEffect(() => {
    let open = true;
    void read().then((rows) => (open ? setServers(rows) : undefined));
    return () => {
      open = false;
    };
  }, [read]);
  return (
    <Dialog title={t('edit.title', { count: count, replace: { count: format.count(count) } })} opened onClose={onClose}>
      {servers === undefined ? <LoadingState lines={3} /> : <BulkEditForm servers={servers} onClose={onClose} />}
    </Dialog>
  );
}

function BulkEditForm({ servers, onClose }: { readonly servers: readonly Server[]; readonly onClose: () => void }) {
  const { t } = useTranslation(['inventory', 'fields']);
  const format = useFormat();
  const [field, setField] = useState<ServerField>('environment');
  const [typed, setTyped] = useState('');
  const edit = useCommand('inventory.editServers');
  const spec = EDITABLE_FIELDS.find((one) => one.key === field);
  if (spec === undefined) return null;
  const parsed = parseEdit(spec, typed);
  const effect = parsed.ok ? editEffect(servers, field, parsed.value) : undefined;
  const apply = (): void => {
    if (!parsed.ok) return;
    edit.mutate({ serverIds: servers.map((server) => server.id), changes: { [field]: parsed.value } }, {
      onSuccess: ({ changed }) => {
        showToast({ title: t('edit.done', { count: changed }), tone: 'done' });
        onClose();
      },
    });
  };
  return (
    <Stack gap={4}>
      <SelectField label={t('edit.field')} value={field} onChange={setField} searchable choices={EDITABLE_FIELDS.map(({ key }) => ({ value: key, label: t(`fields:${key}`) }))} />
      <TextField label={t('edit.value')} hint={t('edit.clear')} value={typed} onChange={setTyped} error={parsed.ok ? undefined : t(`edit.problem.${parsed.reason}`)} autoFocus onEnter={apply} />
      {effect === undefined ? null : (
        <div role="status">
          <p>{t('edit.effect', { changes: format.count(effect.changes), same: format.count(effect.same) })}</p>
          {effect.replacesOverride === 0 ? null : <p className="muted">{t('edit.replaces', { count: effect.replacesOverride })}</p>}
        </div>
      )}
      <Row justify="flex-end">
        <Button variant="primary" loading={edit.isPending} disabledReason={effect?.changes === 0 ? t('edit.nothing') : undefined} onClick={apply}>
          {t('edit.apply', { changes: format.count(effect?.changes ?? 0) })}
        </Button>
      </Row>
    </Stack>
  );
}
