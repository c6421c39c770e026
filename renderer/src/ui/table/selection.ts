/** Selected rows by id; `anchor` is where a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: number | null;
}

export const NO_SELECTION: Selection = { ids: new Set(), anchor: null };

export function toggleOne(selection: Selection, id: string, index: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: index };
}

/** Adds the rows of a range; the anchor stays, so the range can be drawn further. */
export function addRange(selection: Selection, ids: readonly string[]): Selection {
  return { ids: new Set([...selection.ids, ...ids]), anchor: selection.anchor };
}

/** Rows from the anchor (or the row itself) to `index`, in rising order. */
export function rangeTo(selection: Selection, index: number): readonly [number, number] {
  const anchor = selection.anchor ?? index;
  return [Math.min(anchor, index), Math.max(anchor, index)];
}
