import type { HostFacts, PackageFacts, ServiceUnit } from '../../../shared/model/host-facts.ts';
import { MIB } from '../../../shared/kernel/quantities.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';
import { CommandBlocks, words } from './command-blocks.ts';

/** `uname -r` → B.11.31 */
export function parseHpUxOs(lines: readonly string[]): HostFacts['os'] {
  const blocks = new CommandBlocks(lines);
  const release = /^B\.(\d{2}\.\d{2})$/.exec(blocks.first('uname -r') ?? '')?.[1];
  if (blocks.first('uname -s') !== 'HP-UX' || release === undefined) return undefined;
  return { family: 'hpux', id: 'hpux', name: `HP-UX ${release}`, version: release, kernel: `B.${release}`, architecture: blocks.first('uname -m')?.slice(0, 64) ?? 'ia64' };
}

const quoted = (text: string | undefined): string | undefined => text?.trim().replace(/^"|"$/g, '').trim();
function machineValue(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((each) => each.trim().toLowerCase().startsWith(name));
  const at = line?.search(/[:=]/) ?? -1;
  const value = line === undefined || at < 0 ? undefined : quoted(line.slice(at + 1));
  return value === '' ? undefined : value?.slice(0, 120);
}

export function parseHpUxVirtualisation(lines: readonly string[]): HostFacts['virtualisation'] {
  const blocks = new CommandBlocks(lines);
  const productName = quoted(blocks.first('model'))?.slice(0, 120);
  if (productName === undefined) return undefined;
  const virtual = /virtual machine|\bvpar\b/i.test(productName);
  return { kind: virtual ? 'virtual' : 'physical', vendor: 'HP', productName, ...defined({ technology: virtual ? 'hpvm' : undefined, serial: machineValue(blocks.of('machinfo'), 'machine serial number') }) };
}

/** machinfo in both of its forms (11i v2 `Number of CPUs = 2`, 11i v3 `8 logical processors (2 per socket)`), else the processors ioscan lists. */
export function parseHpUxCpu(lines: readonly string[]): HostFacts['cpu'] {
  const blocks = new CommandBlocks(lines);
  const text = blocks.of('machinfo');
  const count = (pattern: RegExp): number | undefined => text.map((line) => readCount(pattern.exec(line)?.[1])).findLast((each) => each !== undefined);
  const listed = blocks.of('ioscan').filter((line) => line.split(':').includes('processor')).length;
  const packages = text.map((line) => /^ +(\d{1,4}) +((?:Intel|PA)\S* .{1,100}?processors?)\b/i.exec(line)).find((each) => each !== null);
  const sockets = count(/^ *(\d{1,4}) sockets?\b/) ?? readCount(packages?.[1]);
  const old = readCount(machineValue(text, 'number of cpus'));
  const threads = count(/^ *(\d{1,6}) logical processors? \(/) ?? old ?? (listed > 0 ? listed : sockets);
  if (threads === undefined || threads === 0) return undefined;
  const ghz = text.map((line) => /\((\d{1,2}\.\d{1,3}) GHz/.exec(line)?.[1]).find((each) => each !== undefined);
  const model = packages?.[2] ?? machineValue(text, 'processor model') ?? text.map((line) => /^ +(Intel\S* .{1,100})$/.exec(line)?.[1]?.split(' (')[0]).find((each) => each !== undefined);
  const mhz = ghz === undefined ? readCount(/^(\d{1,6}) MHz/i.exec(machineValue(text, 'clock speed') ?? '')?.[1]) : Math.round(Number(ghz) * 1000);
  return { threads, ...defined({ model: model?.split(/\s+/).join(' ').slice(0, 200), sockets, cores: count(/^ *(\d{1,6}) cores? \(/), mhz }) };
}

export function parseHpUxMemory(lines: readonly string[]): HostFacts['memory'] {
  const blocks = new CommandBlocks(lines);
  const memBytes = readBytes(/^(\d{1,12}) MB/.exec(machineValue(blocks.of('machinfo'), 'memory') ?? '')?.[1], MIB);
  if (memBytes === undefined) return undefined;
  const swap = blocks.of('swapinfo').map((line) => readBytes(/^dev +(\d{1,12}) /.exec(line)?.[1], MIB) ?? 0);
  return { memBytes, swapBytes: swap.reduce((sum, bytes) => sum + bytes, 0) };
}

/** Start scripts of run levels 2 and 3 (`S740supprt`): the link says that one starts, not that it runs. */
export function parseHpUxServices(lines: readonly string[]): ServiceUnit[] | undefined {
  const names = new CommandBlocks(lines).of('ls').flatMap((line) => /^S\d{3}(\S{1,100})$/.exec(line.trim())?.[1] ?? []);
  return names.length === 0 ? undefined : [...new Set(names)].map((name) => ({ name, state: 'unknown', startMode: 'enabled' }));
}

export function parseHpUxPackages(lines: readonly string[]): PackageFacts | undefined {
  const items = new CommandBlocks(lines).of('swlist').flatMap((line): PackageFacts['items'] => {
    const [name, version, ...rest] = words(line);
    return line.startsWith('#') || name === undefined || version === undefined || rest.length > 0 ? [] : [{ name: name.slice(0, 200), version: version.slice(0, 100) }];
  });
  return items.length === 0 ? undefined : { manager: 'other', items };
}
