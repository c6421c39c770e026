import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PROGRAMS = ['/usr/bin/mmdebstrap', '/usr/bin/unshare', '/usr/bin/nsenter', '/usr/bin/setpriv', '/usr/bin/flock', '/bin/busybox', '/usr/sbin/dropbear', '/sbin/ip'];

/** Why the rig cannot be built here, or undefined when it can. Images come from Debian's mirror once, then from the cache. */
export function rigMissing(): string | undefined {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root (namespaces, bridge)';
  const absent = PROGRAMS.find((path) => !existsSync(path));
  if (absent !== undefined) return `needs ${absent}`;
  // A container may be root and still not be let.
  const allowed = spawnSync('unshare', ['--net', '--mount', '--pid', '--uts', '--ipc', '--fork', 'true']).status === 0;
  return allowed ? undefined : 'needs the right to make namespaces';
}
