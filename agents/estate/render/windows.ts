import type { SectionName } from '../../../shared/model/host-facts.ts';
import { softwareByKey } from '../data/role-software.ts';
import { hexOf, type HostView, uuidOf } from '../host-view.ts';
import { runningProcesses } from '../running-processes.ts';
import { storageLayout } from '../storage-layout.ts';
import { renderUptime } from './uptime.ts';
import { renderUtilisation } from './utilisation.ts';

const NIC = 'Ethernet0';
const DRIVES = ['C:', 'D:', 'E:', 'F:'];
const OWN_PORTS: readonly (readonly [port: number, name: string])[] = [[135, 'svchost'], [445, 'System'], [3389, 'svchost'], [5985, 'System']];
const OWN_PROCESSES: readonly (readonly [pid: number, name: string, kb: number])[] = [[4, 'System', 144], [560, 'csrss.exe', 5204], [700, 'services.exe', 9120], [912, 'svchost.exe', 22_044], [2044, 'sshd.exe', 10_212]];
const SERVICES: readonly (readonly [name: string, running: boolean, mode: string])[] = [['EventLog', true, 'enabled'], ['LanmanServer', true, 'enabled'], ['sshd', true, 'enabled'], ['W32Time', true, 'static'], ['Spooler', false, 'disabled'], ['BITS', false, 'static']];

/** Programs of a tier as this system would name them, without those every Linux has. */
function programs(view: HostView): readonly { pid: number; name: string; command: string; kb: number }[] {
  const own = new Set(softwareByKey(view.server.software).processes.map(({ name }) => name));
  const usedKb = (view.server.memBytes / 1024) * 0.4;
  return runningProcesses(view.server).filter(({ name }) => own.has(name)).map(({ pid, name, command, residentShare }) => ({ pid, name: name.slice(0, 15), command, kb: Math.round(usedKb * residentShare) + 2048 }));
}

/** agents/probes/windows: the lines of probe.ps1, section by section. */
export const RENDER_WINDOWS: Readonly<Partial<Record<SectionName, (view: HostView) => string[]>>> = {
  identity: ({ server, nowSeconds }) => [`hostname ${server.hostname}`, `machine-id ${uuidOf(server, 'machine')}`, `product-uuid ${uuidOf(server, 'product').toUpperCase()}`, `clock ${Math.floor(nowSeconds) + server.clockSkewSeconds} +0800`],
  os: ({ server }) => ['system Windows', `caption ${server.os.name}`, `version ${server.os.version}`, 'release 6614', 'architecture AMD64', `boot ${server.kind === 'physical' ? 'uefi' : 'bios'}`],
  virtualisation: ({ server }) => [`vendor ${server.vendor}`, `product ${server.product}`, `serial ${hexOf(server, 'serial', 12).toUpperCase()}`],
  cpu: ({ server: { cpu } }) => [...(cpu.model === undefined ? [] : [`model ${cpu.model}`]), ...(cpu.mhz === undefined ? [] : [`mhz ${cpu.mhz}`]), `threads ${cpu.threads}`, `sockets ${cpu.sockets}`, `cores ${cpu.cores}`],
  memory: ({ server }) => [`MemTotal: ${server.memBytes / 1024} kB`, `SwapTotal: ${server.swapBytes / 1024} kB`],
  'block-devices': ({ server }) => server.disks.map(({ sizeBytes, model }, index) => `dev PhysicalDrive${index} ${sizeBytes / 512} - - - - - ${model ?? 'Virtual disk'}`),
  network: ({ server }) => [`link ${NIC} 00:50:56:${hexOf(server, 'nic', 6).replace(/(..)(..)(..)/, '$1:$2:$3').toUpperCase()} up 10000 - device`, `addr ${NIC} inet ${server.address}/255.255.255.0`],
  uptime: (view) => renderUptime(view).map((line) => line.replace(/(\d+)\.\d+ .*$/, '$1 0')),
  sockets: (view) => [
    ...OWN_PORTS.map(([port, name]) => `L tcp 0.0.0.0 ${port} ${name === 'System' ? 4 : 912} ${name}`),
    ...softwareByKey(view.server.software).ports.map((port) => { const [first] = programs(view); return `L tcp 0.0.0.0 ${port} ${first?.pid ?? '-'} ${first?.name ?? '-'}`; }),
    ...view.flows.map(({ direction, peerAddress, port, connections, processName }) => `F tcp ${direction} ${peerAddress} ${port} ${connections} ${programs(view).find(({ name }) => name === processName.slice(0, 15))?.pid ?? 912} ${processName.slice(0, 15)}`),
  ],
  processes: (view) => [...OWN_PROCESSES.map(([pid, name, kb]) => `P ${pid} 4  ${kb} ${name}`), ...programs(view).flatMap(({ pid, name, command, kb }) => [`P ${pid} 700  ${kb} ${name}.exe`, `C ${pid} ${command}`])],
  services: () => ['manager windows', ...SERVICES.flatMap(([name, running, mode]) => [`unit ${name} loaded ${running ? 'active running' : 'inactive dead'}`, `file ${name} ${mode}`])],
  packages: ({ server }) => ['manager other', ...softwareByKey(server.software).rpm.map(([name, version]) => `${name}|${version}|`), 'VMware Tools|11.0.6.15940789|', 'KB4589210|hotfix|', 'KB5034119|hotfix|'],
  filesystems: ({ server }) => storageLayout(server).filesystems.filter(({ mountPoint }) => mountPoint !== '/boot').slice(0, DRIVES.length).map(({ sizeBytes, availableBytes }, index) => `volume ${DRIVES[index] ?? 'C:'} NTFS ${sizeBytes} ${availableBytes}`),
  utilisation: (view) => renderUtilisation(view).filter((line) => !line.startsWith('load ')).map((line) => line.replace(/^net \S+/, 'net vmxnet3_Ethernet_Adapter')),
};
