import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '../../../../../shared/model/server.ts';
import { Button } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { ColumnChooser } from '../../../ui/table/column-chooser.tsx';
import type { ColumnLayoutControl } from '../../../ui/table/use-column-layout.ts';
import { useGo } from '../../../ui/use-go.ts';
import { ViewsMenu } from './views-menu.tsx';

export interface InventoryToolbarProps {
  /** What would be saved as a view now. */
  readonly query: string;
  readonly columns: readonly Column<Server>[];
  readonly layout: ColumnLayoutControl<Server>;
  readonly onChooseView: (query: string) => void;
}

function InventoryToolbarView({ query, columns, layout, onChooseView }: InventoryToolbarProps) {
  const { t } = useTranslation('inventory');
  const go = useGo();
  return (
    <>
      <ViewsMenu query={query} onChoose={onChooseView} />
      <ColumnChooser columns={columns} control={layout} />
      <Button icon="upload" onClick={() => go('/import', { kind: 'servers' })}>{t('import')}</Button>
    </>
  );
}

/** Views, columns and import; stays as it is while a filter is typed. */
export const InventoryToolbar = memo(InventoryToolbarView);
