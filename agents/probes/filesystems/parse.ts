import type { Filesystem } from '../../../shared/model/host-facts.ts';
import { KIB } from '../../../shared/kernel/quantities.ts';
import { readBytes } from '../read-number.ts';

const REMOTE = /^(nfs|cifs|smb|ncpfs|afs|ceph|glusterfs|lustre|gpfs|9p|beegfs|fuse\.(sshfs|glusterfs|ceph|s3fs|rclone|davfs))/;

interface Mount { readonly device: string; readonly root: string; readonly mountPoint: string; readonly fsType: string; readonly source: string }
interface Space { readonly sizeBytes: number; readonly usedBytes: number; readonly availableBytes: number }

/** Undoes the octal escapes of /proc/mounts. */
function unescape(text: string): string {
  return text.replace(/\\(040|011|012|134|043)/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function parseMount(line: string): Mount | undefined {
  const [word, device, root, mountPoint, fsType, source] = line.split(' ');
  if (word !== 'mount' || device === undefined || root === undefined || mountPoint === undefined || fsType === undefined || source === undefined) return undefined;
  return { device, root, mountPoint: unescape(mountPoint), fsType, source: unescape(source) };
}

/** `source 1024-blocks used available capacity% mount point`: both ends may hold blanks, the four numbers may not. */
function parseSpace(line: string): { mountPoint: string; space: Space } | undefined {
  const match = /\s(\d{1,16}) +(\d{1,16}) +(-?\d{1,16}) +(?:\d{1,4}%|-) +(\/.*)$/.exec(line);
  if (!match) return undefined;
  const [, size, used, available, mountPoint = ''] = match;
  const sizeBytes = readBytes(size, KIB);
  const usedBytes = readBytes(used, KIB);
  const availableBytes = available?.startsWith('-') === true ? 0 : readBytes(available, KIB);
  if (sizeBytes === undefined || usedBytes === undefined || availableBytes === undefined) return undefined;
  return { mountPoint, space: { sizeBytes, usedBytes, availableBytes } };
}

/** Of mounts of one device (bind mounts, subvolumes) the one that shows its root counts, else the shortest path. */
function better(one: Mount, other: Mount): boolean {
  if ((one.root === '/') !== (other.root === '/')) return one.root === '/';
  return one.mountPoint.length < other.mountPoint.length;
}

/** Remote mounts carry no sizes (0): they are a dependency and are never asked. Local mounts df said nothing of are left out. */
export function parseFilesystems(lines: readonly string[]): Filesystem[] {
  const local = new Map<string, Mount>();
  const remote = new Map<string, Filesystem>();
  const spaces = new Map<string, Space>();
  for (const line of lines) {
    const mount = parseMount(line);
    if (!mount) {
      const found = parseSpace(line);
      if (found) spaces.set(found.mountPoint, found.space);
    } else if (REMOTE.test(mount.fsType)) {
      remote.set(mount.mountPoint, { mountPoint: mount.mountPoint, source: mount.source, fsType: mount.fsType, sizeBytes: 0, usedBytes: 0, availableBytes: 0, remote: true });
    } else {
      const key = mount.device === '-' ? mount.source : mount.device;
      const known = local.get(key);
      if (!known || better(mount, known)) local.set(key, mount);
    }
  }
  const sized = [...local.values()].flatMap(({ mountPoint, source, fsType }) => {
    const space = spaces.get(mountPoint);
    return space ? [{ mountPoint, source, fsType, ...space, remote: false }] : [];
  });
  return [...sized, ...remote.values()];
}
