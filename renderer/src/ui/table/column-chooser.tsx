import { Popover } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { CheckboxField } from '../fields/checkbox-field.tsx';
import { IconButton } from '../icon-button.tsx';
import type { Column } from './column.ts';
import { isShown } from './column-layout.ts';
import styles from './data-table.module.css';
import type { ColumnLayoutControl } from './use-column-layout.ts';

export interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly control: ColumnLayoutControl<Row>;
}

function ChooserLines<Row>({ columns, control }: ColumnChooserProps<Row>) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.chooser} role="group" aria-label={t('table.columns')}>
      {columns.map((column) => {
        const shown = isShown(columns, control.layout, column.key);
        return (
          <div key={column.key} className={styles.chooserLine}>
            <CheckboxField label={column.title} value={shown} onChange={() => control.toggle(column.key)} />
            {shown ? (
              <span className={styles.chooserMoves}>
                <IconButton icon="chevronUp" label={t('table.moveLeft', { column: column.title })} onClick={() => control.move(column.key, -1)} />
                <IconButton icon="chevronDown" label={t('table.moveRight', { column: column.title })} onClick={() => control.move(column.key, 1)} />
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

function ColumnChooserView<Row>({ columns, control }: ColumnChooserProps<Row>) {
  const { t } = useTranslation('ui');
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <IconButton icon="columns" label={t('table.columns')} />
      </Popover.Target>
      <Popover.Dropdown>
        <ChooserLines columns={columns} control={control} />
        <Button size="small" variant="quiet" onClick={control.reset}>{t('table.resetColumns')}</Button>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Which columns are shown and in which order. */
export const ColumnChooser = memo(ColumnChooserView) as typeof ColumnChooserView;
