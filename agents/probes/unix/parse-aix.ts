import type { BlockDevice, HostFacts, PackageFacts, ServiceUnit } from '../../../shared/model/host-facts.ts';
import { KIB, MIB } from '../../../shared/kernel/quantities.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';
import { CommandBlocks, words } from './command-blocks.ts';

/** `oslevel -s` → 7200-05-03-2148: version and release, technology level, service pack. */
export function parseAixOs(lines: readonly string[]): HostFacts['os'] {
  const blocks = new CommandBlocks(lines);
  const [major, minor] = [readCount(blocks.first('uname -v')), readCount(blocks.first('uname -r'))];
  if (blocks.first('uname -s') !== 'AIX' || major === undefined || minor === undefined) return undefined;
  const level = /^\d{4}-(\d{2})-(\d{2})-\d{4}$/.exec(blocks.first('oslevel') ?? '');
  const version = `${major}.${minor}`;
  return { family: 'aix', id: 'aix', name: level ? `AIX ${version} TL${level[1]} SP${level[2]}` : `AIX ${version}`, version, architecture: blocks.first('uname -p')?.toLowerCase().slice(0, 64) ?? 'powerpc', ...defined({ kernel: level?.[0] }) };
}

/** A logical partition has a number and a name in `uname -L`; `-1 NULL` is a machine without any. */
export function parseAixVirtualisation(lines: readonly string[]): HostFacts['virtualisation'] {
  const blocks = new CommandBlocks(lines);
  const partition = blocks.first('uname -L');
  const maker = (text: string | undefined): string | undefined => (text?.startsWith('IBM,') === true ? text.slice(4, 124) : text?.slice(0, 120));
  const model = maker(blocks.first('uname -M'));
  if (partition === undefined && model === undefined) return undefined;
  const serial = maker(blocks.first('uname -u'));
  const shown = defined({ vendor: model === undefined ? undefined : 'IBM', productName: model, serial });
  const workload = blocks.first('uname -W');
  if (workload !== undefined && workload !== '0') return { kind: 'container', technology: 'wpar', ...shown };
  return partition === undefined || partition.startsWith('-1') ? { kind: partition === undefined ? 'unknown' : 'physical', ...shown } : { kind: 'virtual', technology: 'powervm', ...shown };
}

/** Processors in state Available are cores (virtual ones in a shared partition); each has `smt_threads` threads. */
export function parseAixCpu(lines: readonly string[]): HostFacts['cpu'] {
  const blocks = new CommandBlocks(lines);
  const cores = blocks.of('lsdev').filter((line) => /^proc\d+ +Available/.test(line)).length;
  const attributes = new Map(blocks.of('lsattr').map((line) => [words(line)[0] ?? '', words(line)[1]]));
  const smt = attributes.get('smt_enabled') === 'true' ? (readCount(attributes.get('smt_threads')) ?? 1) : 1;
  if (cores === 0) return undefined;
  const hertz = readCount(attributes.get('frequency'));
  return { threads: cores * Math.max(1, smt), cores, ...defined({ model: attributes.get('type')?.slice(0, 200), mhz: hertz === undefined ? undefined : Math.round(hertz / 1e6) }) };
}

export function parseAixMemory(lines: readonly string[]): HostFacts['memory'] {
  const blocks = new CommandBlocks(lines);
  const memBytes = readBytes(words(blocks.first('lsattr') ?? '')[1], KIB);
  if (memBytes === undefined) return undefined;
  const swap = blocks.of('lsps').map((line) => /^ *(\d{1,12})MB /.exec(line)?.[1]).find((each) => each !== undefined);
  return { memBytes, swapBytes: readBytes(swap, MIB) ?? 0 };
}

/** `lspv hdisk0`: `TOTAL PPs: 542 (138752 megabytes)`; a disk that belongs to no volume group tells no size. */
export function parseAixBlockDevices(lines: readonly string[]): BlockDevice[] | undefined {
  const blocks = new CommandBlocks(lines);
  const devices = blocks.all('lspv').flatMap(([command, text]): BlockDevice[] => {
    const name = command.split(' ')[1];
    const megabytes = text.map((line) => /TOTAL PPs: +\d{1,9} \((\d{1,12}) megabytes\)/.exec(line)?.[1]).find((each) => each !== undefined);
    const sizeBytes = readBytes(megabytes, MIB);
    return name === undefined || sizeBytes === undefined ? [] : [{ name, kind: 'disk', sizeBytes, parents: [] }];
  });
  return devices.length === 0 ? undefined : devices;
}

/** `lssrc -a`: subsystem, group (may be blank), process (may be blank), status. Start modes are not told. */
export function parseAixServices(lines: readonly string[]): ServiceUnit[] | undefined {
  const units = new CommandBlocks(lines).of('lssrc').flatMap((line): ServiceUnit[] => {
    const fields = words(line);
    const status = fields.at(-1);
    if (fields.length < 2 || (status !== 'active' && status !== 'inoperative')) return [];
    return [{ name: (fields[0] ?? '').slice(0, 200), state: status === 'active' ? 'running' : 'stopped', startMode: 'unknown' }];
  });
  return units.length === 0 ? undefined : units;
}

/** `lslpp -Lcq`: package:fileset:level:state:… ; every fileset counts, committed or applied. */
export function parseAixPackages(lines: readonly string[]): PackageFacts | undefined {
  const items = new Map<string, PackageFacts['items'][number]>();
  for (const line of new CommandBlocks(lines).of('lslpp')) {
    const [, fileset = '', level = '', , , state = ''] = line.split(':').map((field) => field.trim());
    if (fileset !== '' && !line.startsWith('#') && /^\d[\w.-]{0,60}$/.test(level) && /^(C|A|E)?$/.test(state)) items.set(fileset, { name: fileset, version: level });
  }
  return items.size === 0 ? undefined : { manager: 'other', items: [...items.values()] };
}
