import { KIB } from '../../../shared/kernel/quantities.ts';
import type { StorageFacts } from '../../../shared/model/storage-facts.ts';
import { defined } from '../key-values.ts';
import { readField } from '../read-field.ts';
import { readBytes, readCount } from '../read-number.ts';
import { parseMdstat } from './parse-mdstat.ts';
import { parseVolumes } from './parse-volumes.ts';

type Controller = NonNullable<StorageFacts['controllers']>[number];
const CONTROLLERS = new Map<string, Controller['kind']>([['0104', 'raid'], ['0106', 'sata'], ['0107', 'sas'], ['0c04', 'fibre-channel']]);

/** The lines of each kind, by their first word, without it. */
function byKind(lines: readonly string[]): (kind: string, most: number) => readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const line of lines) {
    const cut = line.indexOf(' ');
    const kind = line.slice(0, cut);
    const list = kinds.get(kind);
    if (list) list.push(line.slice(cut + 1));
    else if (cut > 0) kinds.set(kind, [line.slice(cut + 1)]);
  }
  return (kind, most) => kinds.get(kind)?.slice(0, most) ?? [];
}

/** Undefined when the host has none, so that what is absent takes no room. */
function listOf<T>(lines: readonly string[], parse: (line: string) => T | undefined): T[] | undefined {
  const list = lines.flatMap((line) => parse(line) ?? []);
  return list.length > 0 ? list : undefined;
}

function parsePath(line: string): NonNullable<StorageFacts['multipath']>[number] | undefined {
  const [name, uuid, paths, running] = line.split(' ');
  const [all, up] = [readCount(paths), readCount(running)];
  if (name === undefined || uuid?.startsWith('mpath-') !== true || all === undefined || up === undefined) return undefined;
  return { name: name.slice(0, 200), wwid: uuid.slice(6, 200), paths: all, running: up };
}

function parseController(line: string): Controller | undefined {
  const [classCode = '', vendor = '', device = '', driver] = line.split(' ');
  const kind = CONTROLLERS.get(classCode);
  return kind === undefined ? undefined : { kind, pciId: `${vendor}:${device}`.slice(0, 20), ...defined({ driver: readField(driver) }) };
}

function parseFibreChannel(line: string): NonNullable<StorageFacts['fibreChannel']>[number] | undefined {
  const [host = '', portName, state, ...speed] = line.split(' ');
  if (portName === undefined || state === undefined) return undefined;
  return { host: host.slice(0, 40), portName: portName.slice(0, 40), state: state.slice(0, 40), ...defined({ speed: readField(speed.join(' ').replace('Unknown', '').replace('unknown', ''), 40) }) };
}

function parseIscsi(line: string): NonNullable<StorageFacts['iscsi']>[number] | undefined {
  const [state, address, port, target] = line.split(' ');
  if (state === undefined || target === undefined) return undefined;
  return { target: target.slice(0, 200), ...defined({ address: readField(address), port: readCount(port) }), state: state.slice(0, 40) };
}

function parseSwap(line: string): NonNullable<StorageFacts['swap']>[number] | undefined {
  const [source = '', kind = '', size, used] = line.split(' ');
  const [sizeBytes, usedBytes] = [readBytes(size, KIB), readBytes(used, KIB)];
  return sizeBytes === undefined || usedBytes === undefined ? undefined : { source: source.slice(0, 200), kind: kind.slice(0, 40), sizeBytes, usedBytes };
}

function parseBtrfs(line: string): NonNullable<StorageFacts['btrfs']>[number] | undefined {
  const [uuid = '', count, ...label] = line.split(' ');
  const devices = readCount(count);
  return devices === undefined ? undefined : { uuid: uuid.slice(0, 60), ...defined({ label: readField(label.join(' ')) }), devices };
}

/** `zpool list -Hp` parts its fields by tabs; pools it did not tell of are known by name only. */
function parseZfs(names: readonly string[], pools: readonly string[]): StorageFacts['zfs'] {
  const found = new Map<string, NonNullable<StorageFacts['zfs']>[number]>();
  for (const line of pools) {
    const [name = '', size, used, free, health] = line.split('\t');
    if (name !== '') found.set(name, { name: name.slice(0, 200), ...defined({ sizeBytes: readCount(size), usedBytes: readCount(used), freeBytes: readCount(free), health: readField(health, 40) }) });
  }
  for (const name of names) if (!found.has(name)) found.set(name, { name: name.slice(0, 200) });
  return found.size > 0 ? [...found.values()].slice(0, 64) : undefined;
}

export function parseStorage(lines: readonly string[]): StorageFacts | undefined {
  const of = byKind(lines);
  const arrays = parseMdstat(of('md', 400));
  const facts = defined({
    raidArrays: arrays.length > 0 ? arrays : undefined,
    multipath: listOf(of('path', 500), parsePath),
    controllers: listOf(of('controller', 64), parseController),
    fibreChannel: listOf(of('fc', 64), parseFibreChannel),
    fibreChannelTargets: readCount(of('fc-targets', 1)[0]),
    iscsi: listOf(of('iscsi', 200), parseIscsi),
    swap: listOf(of('swap', 64), parseSwap),
    btrfs: listOf(of('btrfs', 64), parseBtrfs),
    zfs: parseZfs(of('zfs', 64), of('zpool', 64)),
    ...parseVolumes({ groups: of('vg', 200), physical: of('pv', 500), logical: of('lv', 1000) }),
  });
  return Object.keys(facts).length > 0 ? facts : undefined;
}
