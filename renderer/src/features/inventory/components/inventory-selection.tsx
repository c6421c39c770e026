import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '../../../../../shared/model/server.ts';
import { Button } from '../../../ui/button.tsx';
import type { RowSource } from '../../../ui/table/row-source.ts';
import type { Selection } from '../../../ui/table/selection.ts';
import { useFormat } from '../../../ui/use-format.ts';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';

export interface InventorySelectionProps {
  readonly selection: Selection;
  readonly rows: RowSource<Server>;
}

/** What can be done with the chosen servers. */
export function InventorySelection({ selection, rows }: InventorySelectionProps) {
  const { t } = useTranslation('inventory');
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'link'>();
  const { load, total } = rows;
  const read = useCallback(async () => (await load(0, total - 1)).filter((server) => selection.ids.has(server.id)), [load, total, selection]);
  const [linked, setLinked] = useState<readonly Server[]>();
  const startLinking = async (): Promise<void> => {
    setLinked(await read());
    setOpen('link');
  };
  const close = (): void => {
    setOpen(undefined);
    setLinked(undefined);
  };
  return (
    <>
      <Button size="small" icon="edit" onClick={() => setOpen('edit')}>{t('edit.button', { count: selection.ids.size, replace: { count: format.count(selection.ids.size) } })}</Button>
      <Button size="small" icon="link" onClick={() => void startLinking()}>{t('link.button')}</Button>
      {open === 'edit' ? <BulkEditDialog count={selection.ids.size} read={read} onClose={close} /> : null}
      {open === 'link' && linked !== undefined ? <LinkDialog serverIds={linked.map((server) => server.id)} onClose={close} /> : null}
    </>
  );
}
