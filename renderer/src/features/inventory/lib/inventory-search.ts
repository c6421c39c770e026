import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';
import { SERVER_FIELDS, type ServerField } from '../../../../../shared/model/server.ts';

/** The view of the inventory that the address holds: a link reproduces it. */
export interface InventorySearch {
  readonly filter: string;
  readonly sort: readonly { readonly field: ServerField; readonly descending: boolean }[];
  readonly columns: readonly ServerField[];
  /** The server open in the inspector. */
  readonly server: string | undefined;
}

export const DEFAULT_COLUMNS = ['hostname', 'address', 'departmentName', 'systemName', 'osId', 'osVersion', 'vcpuCount', 'memBytes', 'diskBytes', 'cpuP95Ratio', 'memP95Ratio', 'confidenceStars', 'scanState'] as const satisfies readonly ServerField[];

const KNOWN = new Map<string, ServerField>(SERVER_FIELDS.map((field) => [field.key, field.key]));

const text = searchText;

function parseSort(value: string): InventorySearch['sort'] {
  return value.split(',').flatMap((part) => {
    const descending = part.startsWith('-');
    const field = KNOWN.get(descending ? part.slice(1) : part);
    return field === undefined ? [] : [{ field, descending }];
  }).slice(0, 3);
}

/** Reads the address; whatever is unknown there is left out, never an error. */
export function parseInventorySearch(raw: Readonly<Record<string, unknown>>): InventorySearch {
  const columns = [...new Set(text(raw['columns']).split(','))].flatMap((name) => KNOWN.get(name) ?? []);
  return {
    filter: text(raw['filter']),
    sort: parseSort(text(raw['sort'])),
    columns: columns.length > 0 ? columns : DEFAULT_COLUMNS,
    server: text(raw['server']) || undefined,
  };
}

/** Writes the address; what is at its default is left out so that links stay short. */
export function inventorySearchParams(search: InventorySearch): Record<string, string | undefined> {
  const columns = search.columns.join(',');
  return {
    filter: search.filter || undefined,
    sort: search.sort.map((entry) => `${entry.descending ? '-' : ''}${entry.field}`).join(',') || undefined,
    columns: columns === DEFAULT_COLUMNS.join(',') ? undefined : columns,
    server: search.server,
  };
}

/** What a saved view keeps: all but the open inspector. */
export function viewQuery(search: InventorySearch): string {
  const params = Object.entries(inventorySearchParams({ ...search, server: undefined })).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return new URLSearchParams(params).toString();
}

export function searchOfView(query: string): InventorySearch {
  return parseInventorySearch(Object.fromEntries(new URLSearchParams(query)));
}

export const INVENTORY_URL = { read: parseInventorySearch, write: inventorySearchParams } satisfies UrlState<InventorySearch>;

/** The table's order as the address holds it; null is the standard choice. */
export function orderOfColumns(order: readonly string[] | null): InventorySearch['columns'] {
  const columns = (order ?? []).flatMap((name) => KNOWN.get(name) ?? []);
  return columns.length > 0 ? columns : DEFAULT_COLUMNS;
}

/** The table's one order as the address holds it. */
export function parseSortField(sort: { readonly field: string; readonly descending: boolean } | null): InventorySearch['sort'] {
  const field = sort === null ? undefined : KNOWN.get(sort.field);
  return sort === null || field === undefined ? [] : [{ field, descending: sort.descending }];
}
