import type { BlockDevice, HostFacts, PackageFacts, ServiceUnit } from '../../../shared/model/host-facts.ts';
import { KIB } from '../../../shared/kernel/quantities.ts';
import { defined } from '../key-values.ts';
import { readBytes, readCount } from '../read-number.ts';
import { CommandBlocks, settings } from './command-blocks.ts';

/** `freebsd-version` → 13.2-RELEASE-p4: the installed user land; `uname -r` is the running kernel. */
export function parseFreebsdOs(lines: readonly string[]): HostFacts['os'] {
  const blocks = new CommandBlocks(lines);
  const kernel = blocks.first('uname -r')?.slice(0, 100);
  const version = /^\d{1,3}\.\d{1,2}/.exec(blocks.first('freebsd-version') ?? kernel ?? '')?.[0];
  if (blocks.first('uname -s') !== 'FreeBSD' || kernel === undefined) return undefined;
  const machine = blocks.first('uname -m')?.slice(0, 64);
  const boot = settings(blocks.of('sysctl'), ':').get('machdep.bootmethod');
  return { family: 'freebsd', id: 'freebsd', name: `FreeBSD ${blocks.first('freebsd-version')?.slice(0, 100) ?? kernel}`, kernel, architecture: machine === 'amd64' || machine === undefined ? 'x86_64' : machine === 'arm64' ? 'aarch64' : machine, ...defined({ version, bootMode: boot === 'UEFI' ? ('uefi' as const) : boot === 'BIOS' ? ('bios' as const) : undefined }) };
}

const GUESTS = new Map([['kvm', 'kvm'], ['vmware', 'vmware'], ['xen', 'xen'], ['hv', 'microsoft'], ['bhyve', 'bhyve'], ['parallels', 'parallels'], ['vbox', 'oracle'], ['nvmm', 'nvmm']]);

export function parseFreebsdVirtualisation(lines: readonly string[]): HostFacts['virtualisation'] {
  const blocks = new CommandBlocks(lines);
  const values = settings(blocks.of('sysctl'), ':');
  const guest = values.get('kern.vm_guest');
  if (guest === undefined) return undefined;
  const shown = defined({ vendor: blocks.first('kenv -q smbios.system.maker')?.slice(0, 120), productName: blocks.first('kenv -q smbios.system.product')?.slice(0, 120), serial: blocks.first('kenv -q smbios.system.serial')?.slice(0, 120) });
  if (values.get('security.jail.jailed') === '1') return { kind: 'container', technology: 'jail', ...shown };
  if (guest === 'none') return { kind: 'physical', ...shown };
  return { kind: 'virtual', ...shown, ...defined({ technology: GUESTS.get(guest) }) };
}

export function parseFreebsdCpu(lines: readonly string[]): HostFacts['cpu'] {
  const values = settings(new CommandBlocks(lines).of('sysctl'), ':');
  const threads = readCount(values.get('hw.ncpu'));
  if (threads === undefined || threads === 0) return undefined;
  return { threads, ...defined({ model: values.get('hw.model')?.slice(0, 200), cores: readCount(values.get('kern.smp.cores')), mhz: readCount(values.get('hw.clockrate')) }) };
}

/** What the kernel may use. */
export function parseFreebsdMemory(lines: readonly string[]): HostFacts['memory'] {
  const blocks = new CommandBlocks(lines);
  const memBytes = readCount(settings(blocks.of('sysctl'), ':').get('hw.physmem'));
  if (memBytes === undefined || memBytes === 0) return undefined;
  const swap = blocks.of('swapinfo').map((line) => readBytes(/^\/\S{1,200} +(\d{1,15}) /.exec(line)?.[1], KIB) ?? 0);
  return { memBytes, swapBytes: swap.reduce((sum, bytes) => sum + bytes, 0) };
}

export function parseFreebsdBlockDevices(lines: readonly string[]): BlockDevice[] | undefined {
  const devices: { name: string; size: number | undefined; model: string | undefined; rotation: string | undefined }[] = [];
  for (const line of new CommandBlocks(lines).of('geom')) {
    const at = line.indexOf(':');
    const key = line.slice(0, Math.max(0, at)).trim();
    const value = line.slice(at + 1).trim();
    const current = devices.at(-1);
    if (key === 'Geom name') devices.push({ name: value.slice(0, 60), size: undefined, model: undefined, rotation: undefined });
    else if (current && key === 'Mediasize') current.size = readCount(value.split(' ')[0]);
    else if (current && key === 'descr') current.model = value.slice(0, 120);
    else if (current && key === 'rotationrate') current.rotation = value;
  }
  const found = devices.flatMap(({ name, size, model, rotation }): BlockDevice[] => (size === undefined || size === 0 ? [] : [{ name, kind: name.startsWith('cd') ? 'optical' : 'disk', sizeBytes: size, parents: [], ...defined({ model: model === '' || model === '(null)' ? undefined : model, rotational: rotation === '0' ? false : readCount(rotation) === undefined ? undefined : true }) }]));
  return found.length === 0 ? undefined : found;
}

/** `service -e`: the paths of the start scripts that are enabled. */
export function parseFreebsdServices(lines: readonly string[]): ServiceUnit[] | undefined {
  const names = new CommandBlocks(lines).of('service').flatMap((line) => /^\/(?:usr\/local\/)?etc\/rc\.d\/(\S{1,100})$/.exec(line.trim())?.[1] ?? []);
  return names.length === 0 ? undefined : names.map((name) => ({ name, state: 'unknown', startMode: 'enabled' }));
}

export function parseFreebsdPackages(lines: readonly string[]): PackageFacts | undefined {
  const items = new CommandBlocks(lines).of('pkg').flatMap((line): PackageFacts['items'] => {
    const [name = '', version = '', architecture, ...rest] = line.split('|');
    return name === '' || version === '' || rest.length > 0 ? [] : [{ name, version, ...(architecture === undefined ? {} : { architecture }) }];
  });
  return items.length === 0 ? undefined : { manager: 'other', items };
}
