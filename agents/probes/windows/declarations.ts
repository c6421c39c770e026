import type { SectionName } from '../../../shared/model/host-facts.ts';
import { PROBE_SECTIONS } from '../probe-sections.ts';
import type { Column, SectionTable } from '../section-declaration.ts';
import { parseWindowsFilesystems, parseWindowsOs } from './parse.ts';

const LINUX = new Map(PROBE_SECTIONS.map((section) => [section.name, section]));

interface WindowsSection {
  readonly seconds?: number;
  readonly bytes?: number;
  /** Column → class and property, registry value or program it is read from. */
  readonly from: Readonly<Record<string, string>>;
  readonly programs?: readonly string[];
  /** Registry keys. */
  readonly reads?: readonly string[];
  /** Where the lines are not those of the Linux section. */
  readonly read?: SectionTable['read'];
  readonly columns?: readonly Column[];
}

/** The table of a section of Windows: its lines are read as those of Linux unless it says otherwise. */
function declareWindows(name: SectionName, { seconds = 8, bytes, from, programs = [], reads = [], read, columns = [] }: WindowsSection): SectionTable {
  const linux = LINUX.get(name);
  if (!linux) throw new RangeError(`No section is called ${name}`);
  const taken = Object.entries(from).map(([column, source]): Column => {
    const known = linux.columns.find((each) => each.name === column);
    if (!known) throw new RangeError(`The section ${name} has no column ${column}`);
    return { name: column, type: known.type, ...(known.unit === undefined ? {} : { unit: known.unit }), from: source };
  });
  return {
    name, costRank: linux.costRank, seconds, bytes: bytes ?? linux.bytes, programs: programs.map((words) => ({ words })), reads, columns: [...taken, ...columns],
    fact: linux.fact, mayBeAbsent: linux.mayBeAbsent, read: read ?? linux.read, ...(linux.maskLine === undefined ? {} : { maskLine: linux.maskLine }),
  };
}

/** In the order they run. Sources are WMI classes (`Win32_…`) unless they begin with HKLM, .NET or a program. */
export const WINDOWS_SECTIONS: readonly SectionTable[] = [
  declareWindows('identity', {
    reads: ['HKLM\\SOFTWARE\\Microsoft\\Cryptography'],
    from: { hostname: '.NET Environment.MachineName', fqdn: 'Win32_ComputerSystem.Domain', machineId: 'HKLM\\SOFTWARE\\Microsoft\\Cryptography: MachineGuid', productUuid: 'Win32_ComputerSystemProduct.UUID', clockSkewSeconds: '.NET DateTime.UtcNow', timezoneOffset: '.NET TimeZone' },
  }),
  declareWindows('os', {
    reads: ['HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 'HKLM\\SYSTEM\\CurrentControlSet\\Control'], read: (lines) => ({ os: parseWindowsOs(lines) }),
    from: { family: 'Win32_OperatingSystem', name: 'Win32_OperatingSystem.Caption', version: 'Win32_OperatingSystem.Version', kernel: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion: UBR', architecture: '.NET Environment: PROCESSOR_ARCHITECTURE', bootMode: 'HKLM\\SYSTEM\\CurrentControlSet\\Control: PEFirmwareType' },
  }),
  declareWindows('virtualisation', { from: { kind: 'Win32_ComputerSystem.Manufacturer, Model', vendor: 'Win32_ComputerSystem.Manufacturer', productName: 'Win32_ComputerSystem.Model', serial: 'Win32_BIOS.SerialNumber' } }),
  declareWindows('cpu', { seconds: 10, from: { model: 'Win32_Processor.Name', sockets: 'Win32_Processor', cores: 'Win32_Processor.NumberOfCores', threads: 'Win32_Processor.NumberOfLogicalProcessors', mhz: 'Win32_Processor.MaxClockSpeed' } }),
  declareWindows('memory', { from: { memBytes: 'Win32_ComputerSystem.TotalPhysicalMemory', swapBytes: 'Win32_PageFileUsage.AllocatedBaseSize' } }),
  declareWindows('block-devices', { from: { name: 'Win32_DiskDrive.Index', sizeBytes: 'Win32_DiskDrive.Size', model: 'Win32_DiskDrive.Model' } }),
  declareWindows('network', { seconds: 12, from: { name: 'Win32_NetworkAdapter.NetConnectionID', mac: 'Win32_NetworkAdapter.MACAddress', state: 'Win32_NetworkAdapter.NetConnectionStatus', speedMbps: 'Win32_NetworkAdapter.Speed', addresses: 'Win32_NetworkAdapterConfiguration.IPAddress, IPSubnet' } }),
  declareWindows('uptime', { from: { seconds: 'Win32_OperatingSystem.LastBootUpTime', bootedAt: 'Win32_OperatingSystem.LastBootUpTime' } }),
  declareWindows('sockets', {
    seconds: 15, programs: ['netstat.exe -ano'],
    from: { 'listeners.transport': '.NET IPGlobalProperties', 'listeners.address': '.NET IPGlobalProperties', 'listeners.port': '.NET IPGlobalProperties', 'listeners.processName': 'netstat.exe -ano; .NET Process', 'flows.direction': '.NET IPGlobalProperties', 'flows.peerAddress': '.NET IPGlobalProperties', 'flows.port': '.NET IPGlobalProperties', 'flows.connections': '.NET IPGlobalProperties' },
  }),
  declareWindows('processes', {
    seconds: 10, from: { pid: 'Win32_Process.ProcessId', ppid: 'Win32_Process.ParentProcessId', name: 'Win32_Process.Name', residentBytes: 'Win32_Process.WorkingSetSize' },
    columns: [{ name: 'commandLine', type: 'text', from: 'Win32_Process.CommandLine', needsRoot: { lost: 'commandLineOfOthers', isLost: ({ processes = [] }) => processes.some((each) => each.commandLine === undefined && each.pid > 4) } }],
  }),
  declareWindows('services', { seconds: 10, from: { name: 'Win32_Service.Name', state: 'Win32_Service.State', startMode: 'Win32_Service.StartMode' } }),
  declareWindows('packages', {
    seconds: 12, reads: ['HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall', 'HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall'],
    from: { 'items.name': 'HKLM\\...\\Uninstall: DisplayName; Win32_QuickFixEngineering.HotFixID', 'items.version': 'HKLM\\...\\Uninstall: DisplayVersion' },
  }),
  declareWindows('filesystems', { from: { mountPoint: 'Win32_LogicalDisk.DeviceID', source: 'Win32_LogicalDisk.DeviceID', fsType: 'Win32_LogicalDisk.FileSystem', sizeBytes: 'Win32_LogicalDisk.Size', usedBytes: 'Win32_LogicalDisk.FreeSpace', availableBytes: 'Win32_LogicalDisk.FreeSpace' }, read: (lines) => ({ filesystems: parseWindowsFilesystems(lines) }) }),
  declareWindows('utilisation', {
    from: {
      intervalSeconds: '.NET Stopwatch', cpuRatio: 'Win32_PerfRawData_PerfOS_Processor.PercentProcessorTime', memRatio: 'Win32_OperatingSystem.FreePhysicalMemory', memUsedBytes: 'Win32_OperatingSystem.FreePhysicalMemory',
      diskReadBytesPerSecond: 'Win32_PerfRawData_PerfDisk_PhysicalDisk.DiskReadBytesPersec', diskWriteBytesPerSecond: 'Win32_PerfRawData_PerfDisk_PhysicalDisk.DiskWriteBytesPersec', diskOpsPerSecond: 'Win32_PerfRawData_PerfDisk_PhysicalDisk.DiskReadsPersec, DiskWritesPersec',
      netInBytesPerSecond: 'Win32_PerfRawData_Tcpip_NetworkInterface.BytesReceivedPersec', netOutBytesPerSecond: 'Win32_PerfRawData_Tcpip_NetworkInterface.BytesSentPersec',
    },
  }),
];
