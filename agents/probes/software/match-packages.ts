import type { PackageFacts } from '../../../shared/model/host-facts.ts';
import { BY_PACKAGE, NUMBERED_PACKAGE_STARTS, type SoftwareRule } from './rule-index.ts';

export interface PackageHit {
  readonly name: string;
  /** As the makers count: without epoch and packager's suffix. */
  readonly version: string | undefined;
  readonly edition: string | undefined;
}

/** `5:7.0.15-1~deb12u5` → `7.0.15`; `4.15.13+dfsg-0ubuntu1` → `4.15.13`; `9.11.4-26.P2.el7` → `9.11.4` */
export function upstreamVersion(packageVersion: string): string | undefined {
  const colon = packageVersion.indexOf(':');
  const found = /^[0-9][0-9A-Za-z.]*/.exec(packageVersion.slice(colon + 1).slice(0, 100))?.[0];
  return found?.replace(/\.$/, '');
}

function ruleOf(name: string): readonly [SoftwareRule, string] | undefined {
  const exact = BY_PACKAGE.get(name);
  if (exact) return [exact, name];
  if (!NUMBERED_PACKAGE_STARTS.has(name.slice(0, 2))) return undefined;
  const pattern = name.slice(0, 100).replace(/\d[\d.]*/g, '#');
  const numbered = pattern === name ? undefined : BY_PACKAGE.get(pattern);
  return numbered && [numbered, pattern];
}

/** The server packages that rules know, by rule. */
export function matchPackages(packages: PackageFacts | undefined): ReadonlyMap<SoftwareRule, readonly PackageHit[]> {
  const hits = new Map<SoftwareRule, PackageHit[]>();
  for (const { name, version } of packages?.items ?? []) {
    const found = ruleOf(name);
    if (found === undefined) continue;
    const hit = { name, version: upstreamVersion(version), edition: found[0].edition?.[found[1]] };
    const known = hits.get(found[0]);
    if (known) known.push(hit);
    else hits.set(found[0], [hit]);
  }
  return hits;
}
