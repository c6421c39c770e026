import { declareUnix } from './declare.ts';
import { parseAixBlockDevices, parseAixCpu, parseAixMemory, parseAixOs, parseAixPackages, parseAixServices, parseAixVirtualisation } from './parse-aix.ts';
import { filesystemsSection, identitySection, inOrder, networkSection, processesSection, socketsSection, uptimeSection, utilisationSection } from './shared-sections.ts';

export const AIX_SECTIONS = inOrder([
  identitySection(['lsattr -El sys0 -a os_uuid']),
  declareUnix({ name: 'os', programs: ['uname -s', 'uname -v', 'uname -r', 'uname -p', 'oslevel -s'], columns: ['family', 'id', 'name', 'version', 'kernel', 'architecture'], read: (lines) => ({ os: parseAixOs(lines) }) }),
  declareUnix({ name: 'virtualisation', programs: ['uname -L', 'uname -W', 'uname -M', 'uname -u', 'lparstat -i'], columns: ['kind', 'technology', 'vendor', 'productName', 'serial'], read: (lines) => ({ virtualisation: parseAixVirtualisation(lines) }) }),
  declareUnix({ name: 'cpu', programs: ['lsdev -Cc processor', 'lsattr -El proc0'], columns: ['model', 'cores', 'threads', 'mhz'], read: (lines) => ({ cpu: parseAixCpu(lines) }) }),
  declareUnix({ name: 'memory', programs: ['lsattr -El sys0 -a realmem', 'lsps -s'], columns: ['memBytes', 'swapBytes'], read: (lines) => ({ memory: parseAixMemory(lines) }) }),
  declareUnix({ name: 'block-devices', seconds: 15, programs: ['lspv', 'lspv {disk}', 'awk {text}'], columns: ['name', 'kind', 'sizeBytes'], read: (lines) => ({ blockDevices: parseAixBlockDevices(lines) }) }),
  networkSection(['ifconfig -a', 'netstat -in'], ['mac', 'mtu']),
  uptimeSection,
  socketsSection([], []),
  processesSection('ps -A -o pid= -o ppid= -o user= -o rssize= -o args=', ['residentBytes']),
  declareUnix({ name: 'services', programs: ['lssrc -a'], columns: ['name', 'state'], read: (lines) => ({ services: parseAixServices(lines) }) }),
  declareUnix({ name: 'packages', seconds: 16, bytes: 524_288, programs: ['lslpp -Lcq'], columns: ['manager', 'items.name', 'items.version'], read: (lines) => ({ packages: parseAixPackages(lines) }) }),
  filesystemsSection(['mount', 'awk {text}', 'df -kP {mounts}']),
  utilisationSection(['vmstat -v']),
]);
