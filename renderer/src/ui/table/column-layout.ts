import type { Column } from './column.ts';

/** What the user made of the columns: chosen ones in order, hidden ones, widths in px. */
export interface ColumnLayout {
  /** null: as the screen gives them. */
  readonly order: readonly string[] | null;
  readonly hidden: readonly string[];
  readonly widths: ReadonlyMap<string, number>;
}

export const STANDARD_LAYOUT: ColumnLayout = { order: null, hidden: [], widths: new Map() };

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

/** Reads what was stored; anything unfit is left out. */
export function parseLayout(stored: unknown): ColumnLayout {
  if (typeof stored !== 'object' || stored === null) return STANDARD_LAYOUT;
  const { order, hidden, widths } = stored as Readonly<Record<string, unknown>>;
  const entries = typeof widths === 'object' && widths !== null ? Object.entries(widths) : [];
  return {
    order: Array.isArray(order) ? strings(order) : null,
    hidden: strings(hidden),
    widths: new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 40 && entry[1] <= 1200)),
  };
}

export function storeLayout({ order, hidden, widths }: ColumnLayout): unknown {
  return { order, hidden, widths: Object.fromEntries(widths) };
}

/** The columns on the screen, in order, with their widths. A column named in `order` is shown even when it is not a standard one. */
export function arrangeColumns<Row>(columns: readonly Column<Row>[], layout: ColumnLayout): Column<Row>[] {
  const chosen = layout.order === null ? columns.filter((column) => column.standard !== false) : orderOf(columns, layout.order);
  return chosen.filter(({ key }) => !layout.hidden.includes(key)).map((column) => ({ ...column, width: layout.widths.get(column.key) ?? column.width }));
}

function orderOf<Row>(columns: readonly Column<Row>[], order: readonly string[]): Column<Row>[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return order.map((key) => byKey.get(key)).filter((column): column is Column<Row> => column !== undefined);
}

export function isShown<Row>(columns: readonly Column<Row>[], layout: ColumnLayout, key: string): boolean {
  return arrangeColumns(columns, layout).some((column) => column.key === key);
}

/** Shows or hides a column; one shown anew stands where the screen puts it. */
export function toggleColumn<Row>(columns: readonly Column<Row>[], layout: ColumnLayout, key: string): ColumnLayout {
  const shown = arrangeColumns(columns, layout).map((column) => column.key);
  const order = shown.includes(key) ? shown.filter((one) => one !== key) : insertAtPlace(columns.map((column) => column.key), shown, key);
  return { ...layout, order, hidden: [] };
}

function insertAtPlace(all: readonly string[], shown: readonly string[], key: string): string[] {
  const place = all.indexOf(key);
  const at = shown.findIndex((one) => all.indexOf(one) > place);
  return at < 0 ? [...shown, key] : [...shown.slice(0, at), key, ...shown.slice(at)];
}

/** Moves a shown column one place to the left or right. */
export function moveColumn<Row>(columns: readonly Column<Row>[], layout: ColumnLayout, key: string, step: -1 | 1): ColumnLayout {
  const order = arrangeColumns(columns, layout).map((column) => column.key);
  const from = order.indexOf(key);
  const to = from + step;
  const neighbour = order[to];
  if (from < 0 || neighbour === undefined) return layout;
  order[to] = key;
  order[from] = neighbour;
  return { ...layout, order, hidden: [] };
}

export function resizeColumn(layout: ColumnLayout, key: string, width: number): ColumnLayout {
  return { ...layout, widths: new Map(layout.widths).set(key, width) };
}
