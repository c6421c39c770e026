import { searchText } from '../../../ui/page-href.ts';
import type { UrlState } from '../../../ui/use-url-state.ts';

/** The view of the register of systems that the address holds. */
export interface SystemsSearch {
  readonly text: string;
  readonly departmentId: string | undefined;
  readonly sort: { readonly field: string; readonly descending: boolean } | undefined;
  readonly system: string | undefined;
  /** The tab open in the inspector. */
  readonly tab: SystemTab;
}

export const SYSTEM_TABS = ['facts', 'servers', 'flows'] as const;
export type SystemTab = (typeof SYSTEM_TABS)[number];

export const SYSTEM_COLUMNS = ['name', 'code', 'departmentName', 'criticality', 'environment', 'protectionLevel', 'owner', 'serverCount', 'vcpuCount', 'memBytes', 'usedStorageBytes'] as const;
export type SystemColumn = (typeof SYSTEM_COLUMNS)[number];

const text = searchText;

export function parseSystemsSearch(raw: Readonly<Record<string, unknown>>): SystemsSearch {
  const sort = text(raw['sort']);
  const field = SYSTEM_COLUMNS.find((column) => column === sort.replace(/^-/, ''));
  return {
    text: text(raw['text']),
    departmentId: text(raw['department']) || undefined,
    sort: field === undefined ? undefined : { field, descending: sort.startsWith('-') },
    system: text(raw['system']) || undefined,
    tab: SYSTEM_TABS.find((tab) => tab === raw['tab']) ?? 'facts',
  };
}

export function systemsSearchParams(search: SystemsSearch): Record<string, string | undefined> {
  return {
    text: search.text || undefined,
    department: search.departmentId,
    sort: search.sort === undefined ? undefined : `${search.sort.descending ? '-' : ''}${search.sort.field}`,
    system: search.system,
    tab: search.tab === 'facts' ? undefined : search.tab,
  };
}

export const SYSTEMS_URL = { read: parseSystemsSearch, write: systemsSearchParams } satisfies UrlState<SystemsSearch>;
