import table from './software-end-of-life.json' with { type: 'json' };

/** By product id of the software rules: release → the day its makers' support ends, null while no end is announced. */
const PRODUCTS: ReadonlyMap<string, Readonly<Record<string, string | null>>> = new Map(Object.entries<Record<string, string | null>>(table.products));
/** Products that are supported with another one's releases. */
const SAME_AS = new Map([['zabbix-server', 'zabbix-agent'], ['redis-sentinel', 'redis']]);

/**
 * The day the makers' own support of a version ends (YYYY-MM-DD); null: still supported, no end announced; undefined: not in the
 * table. `5.7.44` belongs to release `5.7`, else to `5`. A distribution may care for its own package longer.
 */
export function softwareEndOfLife(product: string, version: string | undefined): string | null | undefined {
  const releases = PRODUCTS.get(SAME_AS.get(product) ?? product);
  if (releases === undefined || version === undefined) return undefined;
  const parts = /^\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? [];
  for (let length = parts.length; length > 0; length -= 1) {
    const release = parts.slice(0, length).join('.');
    if (Object.hasOwn(releases, release)) return releases[release];
  }
  return undefined;
}
