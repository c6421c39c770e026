import { z } from 'zod';
import { bytesSchema, countSchema } from '../kernel/quantities.ts';
import { instantSchema } from '../kernel/calendar-date.ts';
import { loadArchiveSchema } from './load-archive.ts';
import { certificateFactsSchema, clusterMembershipSchema, containerFactsSchema, softwareItemSchema } from './software.ts';
import { firewallFactsSchema } from './firewall-facts.ts';
import { hardwareFactsSchema } from './hardware-facts.ts';
import { mountFactsSchema } from './mount-facts.ts';
import { networkSetupFactsSchema } from './network-setup-facts.ts';
import { scheduleFactsSchema } from './schedule-facts.ts';
import { sessionFactsSchema } from './session-facts.ts';
import { storageFactsSchema } from './storage-facts.ts';
import { utilisationHistorySchema, utilisationNowSchema } from './utilisation.ts';

/**
 * What one contact with one machine yields, whatever the way (SSH, the machine itself). `undefined` means "not seen";
 * a parser never guesses. Lists are complete unless their section's state says otherwise.
 */

export const SECTION_NAMES = [
  'identity', 'os', 'virtualisation', 'cpu', 'memory', 'block-devices', 'filesystems', 'network', 'uptime',
  'utilisation', 'sockets', 'processes', 'packages', 'services', 'history', 'containers', 'software', 'certificates',
  'hardware', 'storage', 'mounts', 'network-detail', 'scheduled', 'sessions', 'firewall',
] as const;
export const sectionNameSchema = z.enum(SECTION_NAMES);
export type SectionName = z.infer<typeof sectionNameSchema>;

/** `partial`: the account may not see all of it (see `missing`); `absent`: the host has no such source. */
export const sectionStateSchema = z.enum(['complete', 'partial', 'truncated', 'timed-out', 'absent', 'skipped', 'unreadable']);
export type SectionState = z.infer<typeof sectionStateSchema>;

export const sectionReportSchema = z.object({
  name: sectionNameSchema,
  state: sectionStateSchema,
  bytes: bytesSchema,
  /** What is lost and which privilege would bring it, as keys of the i18n namespace `facts` (e.g. `processOfOthers`). */
  missing: z.array(z.string()),
});
export type SectionReport = z.infer<typeof sectionReportSchema>;

export const identitySchema = z.object({
  hostname: z.string(),
  fqdn: z.string().optional(),
  machineId: z.string().optional(),
  productUuid: z.string().optional(),
  bootId: z.string().optional(),
  /** Seconds the host's clock is ahead of ours at the moment of the probe. */
  clockSkewSeconds: z.number().optional(),
  timezoneOffset: z.string().optional(),
});

export const osFactsSchema = z.object({
  family: z.enum(['linux', 'windows', 'macos', 'aix', 'solaris', 'hpux', 'freebsd', 'other']),
  /** os-release ID or our own lower-case id: debian, centos, openeuler, kylin, uos, anolis … */
  id: z.string(),
  name: z.string(),
  version: z.string().optional(),
  kernel: z.string().optional(),
  /** uname -m: x86_64, aarch64, loongarch64 … */
  architecture: z.string(),
  bootMode: z.enum(['bios', 'uefi']).optional(),
});

export const virtualisationSchema = z.object({
  kind: z.enum(['physical', 'virtual', 'container', 'unknown']),
  /** kvm, vmware, hyperv, xen, docker, lxc … as systemd-detect-virt names them. */
  technology: z.string().optional(),
  vendor: z.string().optional(),
  productName: z.string().optional(),
  serial: z.string().optional(),
});

export const cpuFactsSchema = z.object({
  model: z.string().optional(),
  sockets: countSchema.optional(),
  cores: countSchema.optional(),
  threads: countSchema,
  mhz: z.number().optional(),
});

export const memoryFactsSchema = z.object({ memBytes: bytesSchema, swapBytes: bytesSchema });

export const blockDeviceSchema = z.object({
  name: z.string(),
  kind: z.enum(['disk', 'partition', 'lvm', 'multipath', 'raid', 'crypt', 'loop', 'optical', 'other']),
  sizeBytes: bytesSchema,
  rotational: z.boolean().optional(),
  model: z.string().optional(),
  parents: z.array(z.string()),
});

export const filesystemSchema = z.object({
  mountPoint: z.string(),
  source: z.string(),
  fsType: z.string(),
  sizeBytes: bytesSchema,
  usedBytes: bytesSchema,
  availableBytes: bytesSchema,
  /** True for NFS, CIFS and the like: a dependency, not this machine's data. */
  remote: z.boolean(),
});

export const nicSchema = z.object({
  name: z.string(),
  mac: z.string().optional(),
  state: z.string().optional(),
  speedMbps: z.number().optional(),
  mtu: z.number().optional(),
  addresses: z.array(z.object({ address: z.string(), prefixLength: countSchema, family: z.enum(['ipv4', 'ipv6']) })),
});

export const transportSchema = z.enum(['tcp', 'udp']);

export const listenerSchema = z.object({
  transport: transportSchema,
  address: z.string(),
  port: countSchema,
  processName: z.string().optional(),
  pid: countSchema.optional(),
});

/** Established connections folded by (process, peer, service port). */
export const flowSchema = z.object({
  transport: transportSchema,
  /** `outbound`: this host is the client of peer:port; `inbound`: peer is a client of our listening port. */
  direction: z.enum(['outbound', 'inbound']),
  peerAddress: z.string(),
  /** The server side's port. */
  port: countSchema,
  processName: z.string().optional(),
  connections: countSchema,
});

export const processSchema = z.object({
  pid: countSchema,
  ppid: countSchema,
  name: z.string(),
  user: z.string().optional(),
  /** Secrets are masked before the text leaves the agent. */
  commandLine: z.string().optional(),
  residentBytes: bytesSchema.optional(),
});

export const packageSchema = z.object({ name: z.string(), version: z.string(), architecture: z.string().optional() });
export const packageFactsSchema = z.object({ manager: z.enum(['dpkg', 'rpm', 'apk', 'other']), items: z.array(packageSchema) });

export const serviceUnitSchema = z.object({
  name: z.string(),
  state: z.enum(['running', 'stopped', 'failed', 'unknown']),
  startMode: z.enum(['enabled', 'disabled', 'static', 'masked', 'unknown']),
});

export const uptimeSchema = z.object({ seconds: z.number().min(0), bootedAt: instantSchema.optional() });

export const hostFactsSchema = z.object({
  /** Version of this shape. */
  schema: z.literal(1),
  collectedAt: instantSchema,
  privilege: z.enum(['root', 'sudo', 'user']),
  sections: z.array(sectionReportSchema),
  identity: identitySchema.optional(),
  os: osFactsSchema.optional(),
  virtualisation: virtualisationSchema.optional(),
  cpu: cpuFactsSchema.optional(),
  memory: memoryFactsSchema.optional(),
  blockDevices: z.array(blockDeviceSchema).optional(),
  filesystems: z.array(filesystemSchema).optional(),
  nics: z.array(nicSchema).optional(),
  uptime: uptimeSchema.optional(),
  utilisationNow: utilisationNowSchema.optional(),
  history: utilisationHistorySchema.optional(),
  /** Archives of other tools than the one `history` comes from. */
  loadArchives: z.array(loadArchiveSchema).max(4).optional(),
  listeners: z.array(listenerSchema).optional(),
  flows: z.array(flowSchema).optional(),
  processes: z.array(processSchema).optional(),
  /** All there are, kernel threads too; only told when the list above is cut. */
  processTotal: countSchema.optional(),
  packages: packageFactsSchema.optional(),
  services: z.array(serviceUnitSchema).optional(),
  hardware: hardwareFactsSchema.optional(),
  storage: storageFactsSchema.optional(),
  mounts: mountFactsSchema.optional(),
  networkSetup: networkSetupFactsSchema.optional(),
  schedule: scheduleFactsSchema.optional(),
  sessions: sessionFactsSchema.optional(),
  firewall: firewallFactsSchema.optional(),
  containers: containerFactsSchema.optional(),
  /** Products found by rules over processes, packages, services and ports. */
  software: z.array(softwareItemSchema).max(300).optional(),
  clusters: z.array(clusterMembershipSchema).max(64).optional(),
  certificates: certificateFactsSchema.optional(),
});
export type HostFacts = z.infer<typeof hostFactsSchema>;
export type BlockDevice = z.infer<typeof blockDeviceSchema>;
export type Filesystem = z.infer<typeof filesystemSchema>;
export type Nic = z.infer<typeof nicSchema>;
export type Listener = z.infer<typeof listenerSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type HostProcess = z.infer<typeof processSchema>;
export type PackageFacts = z.infer<typeof packageFactsSchema>;
export type ServiceUnit = z.infer<typeof serviceUnitSchema>;

