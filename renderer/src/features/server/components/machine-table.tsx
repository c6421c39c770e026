import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import type { MachineRow } from '../lib/machine-row.ts';

export interface MachineTableProps<Key extends string> {
  readonly title: string;
  readonly note: string | undefined;
  readonly rows: readonly MachineRow<Key>[];
  readonly labelOf: (key: Key) => string;
}

/** Facts of one part of the machine, several values under each other. */
export function MachineTable<Key extends string>({ title, note, rows, labelOf }: MachineTableProps<Key>) {
  const { t } = useTranslation('server');
  return (
    <Section title={title} note={note}>
      {rows.length === 0 ? <p className="muted">{t('machine.none')}</p> : (
        <SimpleTable
          label={title}
          rows={rows}
          keyOf={(row) => row.key}
          columns={[
            { key: 'field', title: t('column.field'), width: '20%', cell: (row) => labelOf(row.key) },
            { key: 'value', title: t('column.value'), cell: (row) => row.values.map((value, index) => <div key={index} style={{ overflowWrap: 'anywhere' }}>{value}</div>) },
          ]}
        />
      )}
    </Section>
  );
}
