import { declareUnix } from './declare.ts';
import { parseSolarisBlockDevices, parseSolarisCpu, parseSolarisMemory, parseSolarisOs, parseSolarisPackages, parseSolarisServices, parseSolarisVirtualisation } from './parse-solaris.ts';
import { filesystemsSection, identitySection, inOrder, networkSection, processesSection, socketsSection, uptimeSection, utilisationSection } from './shared-sections.ts';

export const SOLARIS_SECTIONS = inOrder([
  identitySection([]),
  declareUnix({ name: 'os', programs: ['uname -s', 'uname -r', 'uname -v', 'uname -p', 'head -n 1 /etc/release'], reads: ['/etc/release'], columns: ['family', 'id', 'name', 'version', 'kernel', 'architecture'], read: (lines) => ({ os: parseSolarisOs(lines) }) }),
  declareUnix({ name: 'virtualisation', programs: ['zonename', 'virtinfo -a', 'uname -i', 'prtconf -b'], columns: ['kind', 'technology', 'vendor', 'productName'], read: (lines) => ({ virtualisation: parseSolarisVirtualisation(lines) }) }),
  declareUnix({ name: 'cpu', bytes: 524_288, programs: ['kstat -p -m cpu_info'], columns: ['model', 'sockets', 'cores', 'threads', 'mhz'], read: (lines) => ({ cpu: parseSolarisCpu(lines) }) }),
  declareUnix({ name: 'memory', programs: ['kstat -p unix:0:system_pages:physmem', 'pagesize', 'swap -l'], columns: ['memBytes', 'swapBytes'], read: (lines) => ({ memory: parseSolarisMemory(lines) }) }),
  declareUnix({ name: 'block-devices', programs: ['iostat -En'], columns: ['name', 'kind', 'sizeBytes', 'model'], read: (lines) => ({ blockDevices: parseSolarisBlockDevices(lines) }) }),
  networkSection(['ifconfig -a'], ['mac', 'mtu']),
  uptimeSection,
  socketsSection([], []),
  processesSection('ps -A -o pid= -o ppid= -o user= -o rss= -o args=', ['residentBytes']),
  declareUnix({ name: 'services', programs: ['svcs -aH -o state,fmri'], columns: ['name', 'state', 'startMode'], read: (lines) => ({ services: parseSolarisServices(lines) }) }),
  declareUnix({ name: 'packages', seconds: 16, bytes: 524_288, programs: ['pkg list -Hv', 'pkginfo -x'], columns: ['manager', 'items.name', 'items.version', 'items.architecture'], read: (lines) => ({ packages: parseSolarisPackages(lines) }) }),
  filesystemsSection(['mount -v', 'df -kP -l']),
  utilisationSection(['kstat -p unix:0:system_pages', 'pagesize']),
]);
