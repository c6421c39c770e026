import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerId, SystemId } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';

export interface LinkDialogProps {
  readonly serverIds: readonly ServerId[];
  readonly onClose: () => void;
}

/** Links servers to a system by hand, or gives the decision back to the rules. */
export function LinkDialog({ serverIds, onClose }: LinkDialogProps) {
  const { t } = useTranslation(['inventory', 'systems']);
  const [text, setText] = useState('');
  const [systemId, setSystemId] = useState<SystemId | null>(null);
  const systems = useCall('organisation.listSystems', { text, limit: 200 }, { keepPrevious: true }).data?.rows ?? [];
  const link = useCommand('inventory.linkServers');
  const apply = (): void =>
    link.mutate({ serverIds: [...serverIds], systemId }, {
      onSuccess: ({ changed }) => {
        showToast({ title: t('link.done', { count: changed }), tone: 'done' });
        onClose();
      },
    });
  return (
    <Dialog title={t('link.title', { count: serverIds.length })} opened onClose={onClose}>
      <Stack gap={4}>
        <SearchField label={t('systems:search')} value={text} onChange={setText} width={520} />
        <OptionalSelectField label={t('link.system')} hint={t('link.cut')} value={systemId} onChange={setSystemId} choices={systems.map((system) => ({ value: system.id, label: `${system.name} · ${system.departmentName}` }))} />
        <Row justify="flex-end"><Button variant="primary" loading={link.isPending} onClick={apply}>{t('link.apply')}</Button></Row>
      </Stack>
    </Dialog>
  );
}
