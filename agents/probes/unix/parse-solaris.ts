import type { BlockDevice, HostFacts, PackageFacts, ServiceUnit } from '../../../shared/model/host-facts.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';
import { CommandBlocks, settings, words } from './command-blocks.ts';

const BLOCK = 512;

/** Solaris 10 and 11: SunOS 5.10 and 5.11; the update stands in /etc/release or, from 11.4 on, in `uname -v`. */
export function parseSolarisOs(lines: readonly string[]): HostFacts['os'] {
  const blocks = new CommandBlocks(lines);
  const release = /^5\.(\d{1,2})$/.exec(blocks.first('uname -r') ?? '')?.[1];
  if (blocks.first('uname -s') !== 'SunOS' || release === undefined) return undefined;
  const name = blocks.first('head')?.slice(0, 200) ?? `Solaris ${release}`;
  const kernel = blocks.first('uname -v');
  const version = /Solaris (\d{1,2}\.\d{1,2})\b/.exec(name)?.[1] ?? (/^11\.\d/.test(kernel ?? '') ? kernel?.split('.').slice(0, 2).join('.') : undefined) ?? release;
  return { family: 'solaris', id: /SmartOS|OmniOS|OpenIndiana/.exec(name)?.[0].toLowerCase() ?? 'solaris', name, version, architecture: blocks.first('uname -p')?.slice(0, 64) ?? 'sparc', ...defined({ kernel: kernel?.slice(0, 100) }) };
}

export function parseSolarisVirtualisation(lines: readonly string[]): HostFacts['virtualisation'] {
  const blocks = new CommandBlocks(lines);
  const zone = blocks.first('zonename');
  const productName = (settings(blocks.of('prtconf'), ':').get('banner-name') ?? blocks.first('uname -i'))?.slice(0, 120);
  if (zone === undefined && productName === undefined) return undefined;
  const shown = defined({ productName, vendor: productName !== undefined && /sun|sparc|oracle/i.test(productName) ? 'Oracle' : undefined });
  if (zone !== undefined && zone !== 'global') return { kind: 'container', technology: 'solaris-zone', ...shown };
  const role = settings(blocks.of('virtinfo'), ':').get('Domain role') ?? '';
  if (/guest/i.test(role)) return { kind: 'virtual', technology: 'ldom', ...shown };
  if (/control|service|root/i.test(role)) return { kind: 'physical', ...shown };
  return { kind: /vmware|virtualbox|kvm|qemu|hvm/i.test(productName ?? '') ? 'virtual' : 'unknown', ...shown };
}

/** One instance of `cpu_info` for each thread; chip_id is the socket, core_id the core. */
export function parseSolarisCpu(lines: readonly string[]): HostFacts['cpu'] {
  const threads = new Set<string>();
  const chips = new Set<string>();
  const cores = new Set<string>();
  const first = new Map<string, string>();
  for (const line of new CommandBlocks(lines).of('kstat')) {
    const [, module, instance, name] = /^(cpu_info):(\d{1,6}):[^:\s]{1,40}:(\S{1,60})\s/.exec(line) ?? [];
    if (module === undefined || instance === undefined || name === undefined) continue;
    const value = words(line).slice(1).join(' ');
    threads.add(instance);
    if (name === 'chip_id') chips.add(value);
    if (name === 'core_id') cores.add(value);
    if (!first.has(name)) first.set(name, value);
  }
  if (threads.size === 0) return undefined;
  const model = first.get('brand') ?? first.get('implementation');
  return { threads: threads.size, ...defined({ model: model?.slice(0, 200), sockets: chips.size === 0 ? undefined : chips.size, cores: cores.size === 0 ? undefined : cores.size, mhz: readCount(first.get('clock_MHz')) }) };
}

export function parseSolarisMemory(lines: readonly string[]): HostFacts['memory'] {
  const blocks = new CommandBlocks(lines);
  const page = readCount(blocks.first('pagesize'));
  const memBytes = page === undefined ? undefined : readBytes(words(blocks.first('kstat') ?? '')[1], page);
  if (memBytes === undefined) return undefined;
  const swap = blocks.of('swap').map((line) => readBytes(/^\S+ +\S+ +\d{1,12} +(\d{1,15}) +\d{1,15}$/.exec(line.trim())?.[1], BLOCK) ?? 0);
  return { memBytes, swapBytes: swap.reduce((sum, bytes) => sum + bytes, 0) };
}

/** `iostat -En`: a line that begins with the device, then `Vendor: … Product: … Revision:`, then `Size: 53.69GB <53687091200 bytes>`. */
export function parseSolarisBlockDevices(lines: readonly string[]): BlockDevice[] | undefined {
  const devices: BlockDevice[] = [];
  let name: string | undefined;
  let model: string | undefined;
  for (const line of new CommandBlocks(lines).of('iostat')) {
    const device = /^(\S{1,60}) +Soft Errors:/.exec(line)?.[1];
    if (device !== undefined) [name, model] = [device, undefined];
    const product = line.indexOf('Product: ');
    if (product >= 0) model = (line.slice(product + 9).split(' Revision:')[0] ?? '').trim().slice(0, 120);
    const sizeBytes = readBytes(/^Size: [\d.]{1,12}[KMGT]?B <(\d{1,16}) bytes>/.exec(line)?.[1], 1);
    if (name === undefined || sizeBytes === undefined) continue;
    if (sizeBytes > 0) devices.push({ name, kind: /dvd|cd-?rom/i.test(model ?? '') ? 'optical' : 'disk', sizeBytes, parents: [], ...(model === undefined || model === '' ? {} : { model }) });
    name = undefined;
  }
  return devices.length === 0 ? undefined : devices;
}

const SERVICE_STATES = new Map<string, Pick<ServiceUnit, 'state' | 'startMode'>>([
  ['online', { state: 'running', startMode: 'enabled' }], ['degraded', { state: 'running', startMode: 'enabled' }], ['legacy_run', { state: 'running', startMode: 'enabled' }],
  ['offline', { state: 'stopped', startMode: 'enabled' }], ['maintenance', { state: 'failed', startMode: 'enabled' }], ['disabled', { state: 'stopped', startMode: 'disabled' }], ['uninitialized', { state: 'unknown', startMode: 'unknown' }],
]);

export function parseSolarisServices(lines: readonly string[]): ServiceUnit[] | undefined {
  const units = new CommandBlocks(lines).of('svcs').flatMap((line): ServiceUnit[] => {
    const [state = '', name = ''] = words(line);
    const known = SERVICE_STATES.get(state.replace(/\*$/, ''));
    return known && /^(svc|lrc):/.test(name) ? [{ name: name.replace(/^(svc|lrc):\/?/, '').slice(0, 200), ...known }] : [];
  });
  return units.length === 0 ? undefined : units;
}

/** Solaris 11: `pkg://publisher/name@version  i--`. Solaris 10: the name with its title, then `(architecture) version` on a line of its own. */
export function parseSolarisPackages(lines: readonly string[]): PackageFacts | undefined {
  const blocks = new CommandBlocks(lines);
  const items: PackageFacts['items'] = [];
  for (const line of blocks.of('pkg')) {
    const [fmri = '', flags = ''] = words(line);
    const at = fmri.lastIndexOf('@');
    const path = fmri.startsWith('pkg://') ? fmri.slice(fmri.indexOf('/', 6) + 1, at) : '';
    if (at > 0 && path !== '' && flags.startsWith('i')) items.push({ name: path.slice(0, 200), version: (fmri.slice(at + 1).split(':')[0] ?? '').slice(0, 100) });
  }
  let name: string | undefined;
  for (const line of blocks.of('pkginfo')) {
    const detail = /^\s+\((\S{1,40})\) +(\S{1,100})\s*$/.exec(line);
    if (detail && name !== undefined) items.push({ name, version: detail[2] ?? '', architecture: detail[1] ?? '' });
    name = /^\S/.test(line) ? words(line)[0]?.slice(0, 200) : undefined;
  }
  return items.length === 0 ? undefined : { manager: 'other', items };
}
