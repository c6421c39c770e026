import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../ui/search-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/simple-table.tsx';
import { Row } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { filterList } from '../lib/list-filter.ts';

export interface FilteredListProps<Row> {
  readonly title: string;
  readonly note?: string | undefined;
  /** undefined: the section was not read. */
  readonly rows: readonly Row[] | undefined;
  readonly none: string;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly texts: (row: Row) => readonly (string | undefined)[];
}

/** A list of a host with a filter above it; short lists need none. */
export function FilteredList<Row>({ title, note, rows = [], none, columns, texts }: FilteredListProps<Row>) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const [words, setWords] = useState('');
  const list = filterList(rows, words, texts);
  return (
    <Section title={title} note={note}>
      {rows.length === 0 ? <p className="muted">{none}</p> : (
        <>
          {rows.length > 12 ? (
            <Row>
              <SearchField label={t('listFilter', { list: title })} value={words} onChange={setWords} />
              <span className="muted" role="status">{t('listCount', { shown: format.count(list.matching), total: format.count(rows.length) })}</span>
              {list.cut ? <span className="muted">{t('listCut', { count: list.rows.length })}</span> : null}
            </Row>
          ) : null}
          <SimpleTable label={title} rows={list.rows} columns={columns} keyOf={(_row, index) => String(index)} {...(rows.length > 12 ? { maxHeight: 360 } : {})} />
        </>
      )}
    </Section>
  );
}
