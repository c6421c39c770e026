import { blockDevicesSection } from './block-devices/declaration.ts';
import { certificatesSection } from './certificates/declaration.ts';
import { containersSection } from './containers/declaration.ts';
import { cpuSection } from './cpu/declaration.ts';
import { filesystemsSection } from './filesystems/declaration.ts';
import { firewallSection } from './firewall/declaration.ts';
import { hardwareSection } from './hardware/declaration.ts';
import { historySection } from './history/declaration.ts';
import { identitySection } from './identity/declaration.ts';
import { memorySection } from './memory/declaration.ts';
import { mountsSection } from './mounts/declaration.ts';
import { networkSection } from './network/declaration.ts';
import { networkDetailSection } from './network-detail/declaration.ts';
import { osSection } from './os/declaration.ts';
import { packagesSection } from './packages/declaration.ts';
import { processesSection } from './processes/declaration.ts';
import { scheduledSection } from './scheduled/declaration.ts';
import type { SectionDeclaration } from './section-declaration.ts';
import { servicesSection } from './services/declaration.ts';
import { sessionsSection } from './sessions/declaration.ts';
import { socketsSection } from './sockets/declaration.ts';
import { softwareSection } from './software/declaration.ts';
import { storageSection } from './storage/declaration.ts';
import { uptimeSection } from './uptime/declaration.ts';
import { utilisationSection } from './utilisation/declaration.ts';
import { virtualisationSection } from './virtualisation/declaration.ts';

/** In the order they run and are read: by rising cost, so that a stall costs the least; a section may use the facts of earlier ones. */
export const PROBE_SECTIONS: readonly SectionDeclaration[] = [
  identitySection, osSection, virtualisationSection, cpuSection, memorySection,
  blockDevicesSection, networkSection, uptimeSection, hardwareSection, networkDetailSection,
  socketsSection, processesSection, containersSection,
  servicesSection, packagesSection, softwareSection, certificatesSection, historySection,
  storageSection, scheduledSection, sessionsSection, firewallSection,
  filesystemsSection, mountsSection, utilisationSection,
];
