import { GIB } from '../../../shared/kernel/quantities.ts';
import type { CityServer } from '../city.ts';
import { type HostView, hexOf } from '../host-view.ts';

const BIOS = { none: ['American Megatrends Inc.', '5.14', '06/24/2019'], vmware: ['Phoenix Technologies LTD', '6.00', '12/12/2018'], kvm: ['SeaBIOS', '1.13.0-1ubuntu1', '04/01/2014'], xen: ['Xen', '4.11', '08/30/2019'], microsoft: ['American Megatrends Inc.', '090008', '12/07/2018'] } as const;
/** PCI functions each kind of machine shows, as the script folds them. */
const PCI = {
  none: ['pci 0104 1000 005d megaraid_sas 1', 'pci 0106 8086 8d02 ahci 1', 'pci 0200 8086 1521 igb 2', 'pci 0300 1a03 2000 ast 1', 'pci 0600 - - - 1', 'pci 0604 - - - 9'],
  vmware: ['pci 0107 15ad 07c0 vmw_pvscsi 1', 'pci 0200 15ad 07b0 vmxnet3 1', 'pci 0300 15ad 0405 vmwgfx 1', 'pci 0600 - - - 1', 'pci 0604 - - - 33'],
  kvm: ['pci 0100 1af4 1001 virtio-pci 1', 'pci 0200 1af4 1000 virtio-pci 1', 'pci 0300 1013 00b8 cirrus 1', 'pci 0600 - - - 1'],
  xen: ['pci 0101 8086 7010 ata_piix 1', 'pci 0300 1013 00b8 - 1', 'pci 0600 - - - 1'],
  microsoft: ['pci 0101 8086 7111 ata_piix 1', 'pci 0300 1414 5353 hyperv_fb 1', 'pci 0600 - - - 1'],
} as const;
const MODULE_BYTES = 32 * GIB;

/** agents/probes/hardware: firmware, threads that could be added, nodes, PCI functions; memory modules of metal for root. */
export function renderHardware({ server, privilege }: HostView): string[] {
  const { technology, kind, cpu } = server;
  const [vendor, version, date] = BIOS[technology];
  const metal = kind === 'physical';
  return [
    `bios-vendor ${vendor}`, `bios-version ${version}`, `bios-date ${date}`,
    ...(metal ? [`board-vendor ${server.vendor}`, `board-name ${hexOf(server, 'board', 6).toUpperCase()}`] : []),
    ...(metal && privilege !== 'user' ? [`board-serial ${hexOf(server, 'board-serial', 12).toUpperCase()}`] : []),
    `chassis-type ${metal ? 23 : 1}`,
    `cpus-possible ${range(technology === 'vmware' ? Math.max(128, cpu.threads) : cpu.threads)}`, `cpus-online ${range(cpu.threads)}`,
    `smt ${metal && cpu.threads > cpu.cores ? 1 : 0}`,
    ...nodes(server), ...PCI[technology],
    ...(metal && privilege !== 'user' ? modules(server) : []),
  ];
}

function range(threads: number): string {
  return threads > 1 ? `0-${threads - 1}` : '0';
}

/** One node per socket of metal, one for a virtual machine. */
function nodes({ kind, cpu, memBytes }: CityServer): string[] {
  const count = kind === 'physical' ? cpu.sockets : 1;
  const share = Math.floor(cpu.threads / count);
  return Array.from({ length: count }, (_each, node) => `node ${node} ${share > 1 ? `${node * share}-${(node + 1) * share - 1}` : node} ${Math.floor(memBytes / count / 1024)}`);
}

function modules({ memBytes }: CityServer): string[] {
  const count = Math.max(1, Math.round(memBytes / MODULE_BYTES));
  return ['memory-limit 3 TB', 'slots 24', ...Array.from({ length: Math.min(24, count) }, (_each, slot) => `module 32 GB DDR4 2666 DIMM${slot}|Samsung|M393A4K40CB2-CTD`)];
}
