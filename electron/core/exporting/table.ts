/** What a column holds decides how each format writes it: numbers stay numbers, days stay days. */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'ratio' | 'date' | 'instant' | 'gibibytes' | 'money';

export interface Column<Row> {
  /** i18n key under `exports:column`; the unit is part of the header. */
  readonly key: string;
  readonly kind: ColumnKind;
  readonly value: (row: Row) => string | number | null | undefined;
  /** A stable id: kept in the file so that it can come back, hidden on the sheet. */
  readonly hidden?: boolean;
  /** Allowed values of an editable column. */
  readonly choices?: readonly string[];
  readonly width?: number;
  /** Sentences: broken over lines within the column. */
  readonly wrap?: boolean;
}

/** Rows of cells with typed columns; the one shape behind every sheet and every CSV. */
export interface Table {
  readonly key: string;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export function tableOf<Row>(key: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return {
    key,
    columns: columns.map(({ value: _value, ...column }) => column),
    rows: rows.map((row) => columns.map((column) => column.value(row) ?? null)),
  };
}
