import { KIB } from '../../../shared/kernel/quantities.ts';
import type { MountFacts, RemoteMount } from '../../../shared/model/mount-facts.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';
import { splitSource } from './split-source.ts';

type Origin = RemoteMount['configuredIn'][number] | 'mounted';
const ORIGINS = new Map<string, Origin>([['mount', 'mounted'], ['fstab', 'fstab'], ['unit', 'unit']]);
const MOST_REMOTE = 400;
const MOST_INODES = 200;
const LONGEST = 500;

/** Undoes the octal escapes of /proc/mounts and fstab. */
function unescape(text: string): string {
  return text.includes('\\') ? text.replace(/\\(040|011|012|134|043)/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))) : text;
}

interface Found { readonly fsType: string; readonly source: string; readonly mountPoint: string | undefined; readonly origin: Origin }

function parseFound(word: string, fields: readonly string[]): Found | undefined {
  if (word === 'map') {
    const source = fields[3];
    // Automounter maps name the kind in their options, which stay on the machine: `://` is how they write a share of SMB.
    return source === undefined ? undefined : { fsType: source.startsWith('://') ? 'cifs' : 'nfs', source: unescape(source.replace(/^:(?=\/\/)/, '')), mountPoint: undefined, origin: 'automount' };
  }
  const origin = ORIGINS.get(word);
  const [, fsType, source, point] = fields;
  if (origin === undefined || fsType === undefined || source === undefined || point === undefined) return undefined;
  return { fsType, source: unescape(source), mountPoint: unescape(point), origin };
}

/** One entry per share and mount point; nfs and nfs4 of one share are one. */
class RemoteMounts {
  readonly #byKey = new Map<string, RemoteMount>();

  add({ fsType, source, mountPoint, origin }: Found): void {
    const { servers, share } = splitSource(fsType, source);
    const key = `${servers.join(',')} ${share} ${mountPoint ?? ''}`;
    const known = this.#byKey.get(key);
    if (!known && this.#byKey.size >= MOST_REMOTE) return;
    const before: RemoteMount = known ?? { fsType: fsType.slice(0, 60), servers: [...servers], share: share.slice(0, LONGEST), ...defined({ mountPoint: mountPoint?.slice(0, LONGEST) }), mounted: false, configuredIn: [] };
    const configuredIn = origin === 'mounted' || before.configuredIn.includes(origin) ? before.configuredIn : [...before.configuredIn, origin];
    this.#byKey.set(key, { ...before, mounted: before.mounted || origin === 'mounted', configuredIn });
  }

  /** Adds what was found at a mount point to the mount that is there now. */
  answered(mountPoint: string, answer: Partial<RemoteMount>): void {
    for (const [key, mount] of this.#byKey) if (mount.mounted && mount.mountPoint === mountPoint) this.#byKey.set(key, { ...mount, ...answer });
  }

  get list(): RemoteMount[] {
    return [...this.#byKey.values()];
  }
}

function parseSpace([, size, used, available, ...point]: readonly string[]): { mountPoint: string; answer: Partial<RemoteMount> } | undefined {
  const [sizeBytes, usedBytes, availableBytes] = [readBytes(size, KIB), readBytes(used, KIB), readBytes(available, KIB)];
  if (sizeBytes === undefined || usedBytes === undefined || point.length === 0) return undefined;
  return { mountPoint: point.join(' '), answer: { answering: true, sizeBytes, usedBytes, ...defined({ availableBytes }) } };
}

function parseExport(line: string, fields: readonly string[]): NonNullable<MountFacts['exports']>[number] | undefined {
  if (fields[0] === 'export') {
    const [, path = '', ...clients] = fields;
    return path === '' ? undefined : { protocol: 'nfs', path: unescape(path).slice(0, LONGEST), clients: clients.slice(0, 20).map((client) => client.slice(0, 255)) };
  }
  const [name = '', path = ''] = line.slice('share '.length).split('|');
  return path === '' ? undefined : { protocol: 'smb', name: name.slice(0, 255), path: path.slice(0, LONGEST), clients: [] };
}

/** More in use than there are is no count. */
function parseInodes([, all, inUse, ...point]: readonly string[]): NonNullable<MountFacts['inodes']>[number] | undefined {
  const [total, used] = [readCount(all), readCount(inUse)];
  return total === undefined || used === undefined || total === 0 || used > total ? undefined : { mountPoint: point.join(' ').slice(0, LONGEST), total, used };
}

export function parseMounts(lines: readonly string[]): MountFacts | undefined {
  const remote = new RemoteMounts();
  const exports: NonNullable<MountFacts['exports']> = [];
  const inodes: NonNullable<MountFacts['inodes']> = [];
  for (const line of lines) {
    const fields = line.split(' ');
    const [word = ''] = fields;
    const found = parseFound(word, fields);
    if (found) remote.add(found);
    else if (word === 'hung') remote.answered(fields.slice(1).join(' '), { answering: false });
    else if (word === 'space') {
      const space = parseSpace(fields);
      if (space) remote.answered(space.mountPoint, space.answer);
    } else if (word === 'export' || word === 'share') {
      const lent = parseExport(line, fields);
      if (lent && exports.length < MOST_REMOTE) exports.push(lent);
    } else if (word === 'inodes') {
      const counted = parseInodes(fields);
      if (counted && inodes.length < MOST_INODES) inodes.push(counted);
    }
  }
  const facts = defined({ remote: remote.list.length > 0 ? remote.list : undefined, exports: exports.length > 0 ? exports : undefined, inodes: inodes.length > 0 ? inodes : undefined });
  return Object.keys(facts).length > 0 ? facts : undefined;
}
