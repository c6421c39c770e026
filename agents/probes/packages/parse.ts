import type { PackageFacts } from '../../../shared/model/host-facts.ts';

const MANAGERS = new Map<string, PackageFacts['manager']>([['dpkg', 'dpkg'], ['rpm', 'rpm'], ['apk', 'apk'], ['other', 'other']]);

export function parsePackages(lines: readonly string[]): PackageFacts | undefined {
  const manager = MANAGERS.get(lines[0]?.startsWith('manager ') === true ? lines[0].slice(8).trim() : '');
  if (manager === undefined) return undefined;
  const items: PackageFacts['items'] = [];
  for (const line of lines.slice(1)) {
    const [name, version, architecture, ...rest] = line.split('|');
    if (name === undefined || name === '' || version === undefined || version === '' || rest.length > 0 || name === 'gpg-pubkey') continue;
    items.push({ name, version, ...(architecture === undefined || architecture === '' || architecture === '(none)' ? {} : { architecture }) });
  }
  // busybox has applets named like package managers, and no database behind them: that is "not known", not "nothing installed".
  return items.length === 0 ? undefined : { manager, items };
}
