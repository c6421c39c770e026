import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy-text.ts';
import { showToast } from '../toast.ts';
import type { Column } from './column.ts';
import type { RowSource } from './row-source.ts';
import type { Selection } from './selection.ts';
import { toTsv } from './tsv.ts';

/** Copies the selected rows (else the one under the cursor) as tab separated text. */
export function useCopyRows<Row>(rows: RowSource<Row>, columns: readonly Column<Row>[], idOf: (row: Row) => string, selection: Selection, cursor: number): () => void {
  const { t } = useTranslation('ui');
  return useCallback(() => {
    const chosen = async (): Promise<Row[]> => {
      if (selection.ids.size === 0) return [rows.rowAt(cursor)].filter((row) => row !== undefined);
      return (await rows.load(0, rows.total - 1)).filter((row) => selection.ids.has(idOf(row)));
    };
    const copy = async (): Promise<void> => {
      const copied = await chosen();
      await copyText(toTsv(columns, copied));
      showToast({ title: t('table.copied', { count: copied.length }), tone: 'done' });
    };
    void copy();
  }, [rows, columns, idOf, selection, cursor, t]);
}
