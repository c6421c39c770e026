import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import type { MenuItem } from '../../../ui/menu-dropdown.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { showToast } from '../../../ui/toast.ts';

export interface ViewsMenuProps {
  /** What would be saved now. */
  readonly query: string;
  readonly onChoose: (query: string) => void;
}

/** Named views of the grid: filter, order and columns. */
export function ViewsMenu({ query, onChoose }: ViewsMenuProps) {
  const { t } = useTranslation('inventory');
  const [editing, setEditing] = useState(false);
  const views = (useCall('inventory.listViews', {}).data?.views ?? []).filter((view) => view.screen === 'inventory');
  const items: MenuItem[] = [
    ...views.map((view): MenuItem => ({ key: view.id, label: view.name, selected: view.query === query, onSelect: () => onChoose(view.query) })),
    { key: 'save', label: t('views.save'), icon: 'plus', onSelect: () => setEditing(true) },
  ];
  return (
    <>
      <MenuButton label={t('views.label')} items={items} heading={views.length === 0 ? t('views.none') : t('views.label')} />
      <Dialog title={t('views.save')} opened={editing} onClose={() => setEditing(false)} size="small">
        <ViewForm query={query} views={views} onDone={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

interface ViewFormProps {
  readonly query: string;
  readonly views: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}

function ViewForm({ query, views, onDone }: ViewFormProps) {
  const { t } = useTranslation('inventory');
  const [name, setName] = useState('');
  const save = useCommand('inventory.saveView');
  const remove = useCommand('inventory.deleteView');
  const submit = (): void => {
    if (name.trim() === '') return;
    save.mutate({ name: name.trim(), screen: 'inventory', query }, {
      onSuccess: () => {
        showToast({ title: t('views.saved'), tone: 'done' });
        onDone();
      },
    });
  };
  return (
    <Stack>
      <TextField label={t('views.name')} value={name} onChange={setName} maxLength={80} autoFocus onEnter={submit} />
      {views.map((view) => (
        <Row key={view.id} justify="space-between">
          <span className="truncate">{view.name}</span>
          <IconButton icon="trash" label={t('views.delete', { name: view.name })} onClick={() => remove.mutate({ id: view.id })} />
        </Row>
      ))}
      <Row justify="flex-end"><Button variant="primary" loading={save.isPending} onClick={submit}>{t('views.save')}</Button></Row>
    </Stack>
  );
}
