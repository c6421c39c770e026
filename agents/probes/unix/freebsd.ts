import { declareUnix } from './declare.ts';
import { parseFreebsdBlockDevices, parseFreebsdCpu, parseFreebsdMemory, parseFreebsdOs, parseFreebsdPackages, parseFreebsdServices, parseFreebsdVirtualisation } from './parse-freebsd.ts';
import { filesystemsSection, identitySection, inOrder, networkSection, processesSection, socketsSection, uptimeSection, utilisationSection } from './shared-sections.ts';

const MEMORY_COUNTERS = 'sysctl hw.physmem hw.pagesize vm.stats.vm.v_free_count vm.stats.vm.v_inactive_count vm.stats.vm.v_laundry_count vm.stats.vm.v_cache_count';

export const FREEBSD_SECTIONS = inOrder([
  identitySection(['sysctl kern.hostuuid']),
  declareUnix({ name: 'os', programs: ['uname -s', 'uname -r', 'uname -m', 'freebsd-version', 'sysctl machdep.bootmethod'], columns: ['family', 'id', 'name', 'version', 'kernel', 'architecture', 'bootMode'], read: (lines) => ({ os: parseFreebsdOs(lines) }) }),
  declareUnix({ name: 'virtualisation', programs: ['sysctl kern.vm_guest security.jail.jailed', 'kenv -q smbios.system.maker', 'kenv -q smbios.system.product', 'kenv -q smbios.system.serial'], columns: ['kind', 'technology', 'vendor', 'productName', 'serial'], read: (lines) => ({ virtualisation: parseFreebsdVirtualisation(lines) }) }),
  declareUnix({ name: 'cpu', programs: ['sysctl hw.model hw.ncpu hw.clockrate kern.smp.cores kern.smp.threads_per_core'], columns: ['model', 'cores', 'threads', 'mhz'], read: (lines) => ({ cpu: parseFreebsdCpu(lines) }) }),
  declareUnix({ name: 'memory', programs: ['sysctl hw.physmem', 'swapinfo -k'], columns: ['memBytes', 'swapBytes'], read: (lines) => ({ memory: parseFreebsdMemory(lines) }) }),
  declareUnix({ name: 'block-devices', programs: ['geom disk list'], columns: ['name', 'kind', 'sizeBytes', 'rotational', 'model'], read: (lines) => ({ blockDevices: parseFreebsdBlockDevices(lines) }) }),
  networkSection(['ifconfig -a'], ['mac', 'mtu']),
  uptimeSection,
  socketsSection(['sockstat -46'], ['listeners.processName']),
  processesSection('ps -A -ww -o pid= -o ppid= -o user= -o rss= -o args=', ['residentBytes']),
  declareUnix({ name: 'services', programs: ['service -e'], columns: ['name', 'startMode'], read: (lines) => ({ services: parseFreebsdServices(lines) }) }),
  declareUnix({ name: 'packages', seconds: 16, bytes: 524_288, programs: ['pkg query %n|%v|%q'], reads: ['/var/db/pkg/local.sqlite'], columns: ['manager', 'items.name', 'items.version', 'items.architecture'], read: (lines) => ({ packages: parseFreebsdPackages(lines) }) }),
  filesystemsSection(['mount', 'df -kP -l']),
  utilisationSection([MEMORY_COUNTERS]),
]);
