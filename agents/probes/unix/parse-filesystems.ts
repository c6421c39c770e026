import type { Filesystem } from '../../../shared/model/host-facts.ts';
import { KIB } from '../../../shared/kernel/quantities.ts';
import { readBytes } from '../read-number.ts';
import { CommandBlocks, words } from './command-blocks.ts';

const REMOTE = /^(nfs\d?|cifs|smbfs|smb|autofs|gpfs|mmfs|glusterfs)$/;
const PSEUDO = /^(proc|procfs|devfs|dev|fdescfs|linprocfs|linsysfs|tmpfs|ctfs|objfs|mntfs|sharefs|bootfs|lofs|nullfs|namefs|autofs|fd|DevFS|ahafs|tracefs)$/;

interface Mount { readonly mountPoint: string; readonly source: string; readonly fsType: string }

/** `source on /point type fs …` (Solaris, HP-UX), `source on /point (fs, …)` (FreeBSD), or the table of AIX with the server in its first column. */
function readMount(line: string): Mount | undefined {
  const on = line.indexOf(' on /');
  if (on > 0) {
    const rest = line.slice(on + 4);
    const typed = rest.indexOf(' type ');
    const bracket = rest.lastIndexOf(' (');
    if (typed > 0) return { source: line.slice(0, on), mountPoint: rest.slice(0, typed), fsType: words(rest.slice(typed + 6))[0] ?? '' };
    if (bracket > 0) return { source: line.slice(0, on), mountPoint: rest.slice(0, bracket), fsType: (rest.slice(bracket + 2).split(/[,)]/)[0] ?? '').trim() };
    return undefined;
  }
  const fields = words(line);
  const remote = !/^\s/.test(line);
  const [server, source = '', mountPoint = '', fsType = ''] = remote ? fields : ['', ...fields];
  if (!mountPoint.startsWith('/') || !/^[a-z0-9]{1,16}$/.test(fsType)) return undefined;
  return { mountPoint, fsType, source: remote ? `${server}:${source}` : source };
}

/** `source kbytes used available capacity% /point`; bdf of HP-UX breaks the line after a long source. */
function readSpaces(lines: readonly string[]): Map<string, { source: string; sizeBytes: number; usedBytes: number; availableBytes: number }> {
  const spaces = new Map<string, { source: string; sizeBytes: number; usedBytes: number; availableBytes: number }>();
  let pending = '';
  for (const line of lines) {
    const match = /^(\S*)\s+(\d{1,16}) +(\d{1,16}) +(\d{1,16}) +\d{1,3}% +(\/.*)$/.exec(pending === '' ? line : `${pending} ${line.trim()}`);
    pending = /^\S+$/.test(line) ? line : '';
    const [, source = '', size, used, available, mountPoint = ''] = match ?? [];
    const [sizeBytes, usedBytes, availableBytes] = [readBytes(size, KIB), readBytes(used, KIB), readBytes(available, KIB)];
    if (sizeBytes !== undefined && usedBytes !== undefined && availableBytes !== undefined) spaces.set(mountPoint.trim(), { source, sizeBytes, usedBytes, availableBytes });
  }
  return spaces;
}

/** Remote mounts carry no sizes and are never asked. Data sets of one pool (the same source and size) each count as they are shown. */
export function parseUnixFilesystems(lines: readonly string[]): Filesystem[] | undefined {
  const blocks = new CommandBlocks(lines);
  const spaces = readSpaces([...blocks.of('df'), ...blocks.of('bdf')]);
  const found = new Map<string, Filesystem>();
  for (const line of blocks.of('mount')) {
    const mount = readMount(line);
    if (!mount || PSEUDO.test(mount.fsType)) continue;
    const { mountPoint, source, fsType } = mount;
    const space = spaces.get(mountPoint);
    if (REMOTE.test(fsType)) found.set(mountPoint, { mountPoint, source, fsType, sizeBytes: 0, usedBytes: 0, availableBytes: 0, remote: true });
    else if (space && space.sizeBytes > 0) found.set(mountPoint, { mountPoint, source, fsType, sizeBytes: space.sizeBytes, usedBytes: space.usedBytes, availableBytes: space.availableBytes, remote: false });
  }
  return found.size === 0 ? undefined : [...found.values()];
}
