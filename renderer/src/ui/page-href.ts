/** Search values of a screen's address; undefined ones are left out. */
export type SearchParams = Readonly<Record<string, string | undefined>>;

/** `/server/a?tab=load`; values are escaped, defaults are not written. */
export function pagePath(path: string, search: SearchParams = {}): string {
  const params = new URLSearchParams(Object.entries(search).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])));
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The address of a screen as a link of this page (hash history). */
export function pageHref(path: string, search: SearchParams = {}): string {
  return `#${pagePath(path, search)}`;
}

/** Reads one search value. The router turns a value that looks like JSON into it; here it is text again. */
export function searchText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
