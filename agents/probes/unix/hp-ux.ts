import { declareUnix } from './declare.ts';
import { parseHpUxCpu, parseHpUxMemory, parseHpUxOs, parseHpUxPackages, parseHpUxServices, parseHpUxVirtualisation } from './parse-hp-ux.ts';
import { filesystemsSection, identitySection, inOrder, networkSection, processesSection, socketsSection, uptimeSection, utilisationSection } from './shared-sections.ts';

export const HP_UX_SECTIONS = inOrder([
  identitySection(['getconf MACHINE_IDENT']),
  declareUnix({ name: 'os', programs: ['uname -s', 'uname -r', 'uname -m'], columns: ['family', 'id', 'name', 'version', 'kernel', 'architecture'], read: (lines) => ({ os: parseHpUxOs(lines) }) }),
  declareUnix({ name: 'virtualisation', programs: ['model', 'machinfo'], columns: ['kind', 'technology', 'vendor', 'productName', 'serial'], read: (lines) => ({ virtualisation: parseHpUxVirtualisation(lines) }) }),
  declareUnix({ name: 'cpu', seconds: 12, programs: ['machinfo', 'ioscan -kFC processor'], columns: ['model', 'sockets', 'cores', 'threads', 'mhz'], read: (lines) => ({ cpu: parseHpUxCpu(lines) }) }),
  declareUnix({ name: 'memory', programs: ['machinfo', 'swapinfo -d -m'], columns: ['memBytes', 'swapBytes'], read: (lines) => ({ memory: parseHpUxMemory(lines) }) }),
  networkSection(['lanscan', 'netstat -in', 'awk {text}', 'ifconfig {nic}'], ['mac']),
  uptimeSection,
  socketsSection([], []),
  processesSection('ps -e -o pid= -o ppid= -o user= -o args=', []),
  declareUnix({ name: 'services', programs: ['ls /sbin/rc2.d /sbin/rc3.d'], reads: ['/sbin/rc2.d', '/sbin/rc3.d'], columns: ['name', 'startMode'], read: (lines) => ({ services: parseHpUxServices(lines) }) }),
  declareUnix({ name: 'packages', seconds: 16, bytes: 524_288, programs: ['swlist -l product -a revision'], columns: ['manager', 'items.name', 'items.version'], read: (lines) => ({ packages: parseHpUxPackages(lines) }) }),
  filesystemsSection(['mount -v', 'bdf -l']),
  utilisationSection([]),
]);
