/**
 * The sample city: what a municipality looks like before it moves to the cloud. Pure data; `build-city.ts` makes it
 * from a seed, `render-host.ts` speaks it as the probe would, `start-estate.ts` lets it answer over SSH.
 */
export type Criticality = 'low' | 'medium' | 'high' | 'vital';
export type Environment = 'production' | 'staging' | 'test' | 'development' | 'training' | 'recovery';
export type Role = 'web' | 'app' | 'db' | 'cache' | 'queue' | 'search' | 'file' | 'video' | 'directory' | 'exchange' | 'map' | 'dns' | 'backup' | 'idle';
/** `identity` … `video`: platforms called by other systems; `ordinary`: all the rest. */
export type SystemKind = 'identity' | 'exchange' | 'infrastructure' | 'gis' | 'video' | 'ordinary';

export interface CityDepartment {
  readonly name: string;
  /** Unique, capitals: goes into registers; in lower case into host names. */
  readonly code: string;
  readonly sector: string;
  readonly contact: string;
}

export interface CitySystem {
  readonly name: string;
  readonly code: string;
  readonly kind: SystemKind;
  readonly departmentIndex: number;
  /** Unknown in the register of some departments, as in life. */
  readonly criticality: Criticality | undefined;
  readonly environment: Environment;
  readonly protectionLevel: 1 | 2 | 3 | 4 | undefined;
  /** Classified systems stand in the register only: no server of theirs is ever listed, let alone scanned. */
  readonly classified: boolean;
  readonly owner: string;
  readonly downtimeHours: number | undefined;
}

export type PackageFormat = 'rpm' | 'dpkg';

/** One release of an operating system as its files and tools describe it. */
export interface OsRelease {
  readonly key: string;
  /** Lines of /etc/os-release; empty where the release has no such file (EL 6). */
  readonly osRelease: readonly string[];
  /** Other release files by path, e.g. /etc/redhat-release. */
  readonly releaseFiles: readonly (readonly [path: string, text: string])[];
  /** What a reader of those files should come to. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly kernels: readonly string[];
  readonly architectures: readonly Architecture[];
  readonly packageFormat: PackageFormat;
  readonly systemd: boolean;
  /** Kernels before 3.14 have no MemAvailable. */
  readonly memAvailable: boolean;
  /** `windows` hosts answer only to PowerShell; `aix` hosts say who they are and no more. */
  readonly family: 'linux' | 'windows' | 'aix';
  readonly sshIdent: string;
  readonly weight: number;
}
export type Architecture = 'x86_64' | 'aarch64';

export interface CpuLayout {
  /** As /proc/cpuinfo would say; undefined on ARM kernels, which print no model name. */
  readonly model: string | undefined;
  readonly sockets: number;
  readonly cores: number;
  readonly threads: number;
  readonly mhz: number | undefined;
}

export interface CityDisk {
  readonly name: string;
  readonly sizeBytes: number;
  readonly rotational: boolean;
  readonly model: string | undefined;
}

/** How a machine's load goes through the week; see load-at.ts for what the numbers mean. */
export interface LoadShape {
  readonly pattern: 'office' | 'public' | 'batch' | 'flat' | 'idle';
  readonly cpuBaseRatio: number;
  readonly cpuPeakRatio: number;
  readonly memBaseRatio: number;
  readonly memSwingRatio: number;
  readonly diskOpsPeak: number;
  readonly bytesPerDiskOp: number;
  readonly readShare: number;
  readonly netPeakBytesPerSecond: number;
  readonly monthEndFactor: number;
  readonly noiseSeed: number;
}

export interface LoadHistory {
  readonly days: number;
  readonly intervalSeconds: number;
}

/**
 * Why a host does not simply answer. `refused`: nothing listens; `reset`: the line is cut at once; `silent`: accepts and
 * says nothing; `not-ssh`: an HTTP server; `auth-refused`: the key is not known there; `changed-host-key`: another key
 * than the register of host keys says; `no-shell`: the account has no shell; `endless-output`: never stops talking;
 * `cut-output`: the line breaks in the middle; `slow`: answers after a long while, but fully; `old-crypto`: offers only
 * what is broken today.
 */
export const FAULTS = ['refused', 'reset', 'silent', 'not-ssh', 'auth-refused', 'changed-host-key', 'no-shell', 'endless-output', 'cut-output', 'slow', 'old-crypto'] as const;
export type Fault = (typeof FAULTS)[number];

export interface CityServer {
  readonly index: number;
  readonly hostname: string;
  /** Address in the department's network, 10.0.0.0/8; unique. */
  readonly address: string;
  readonly departmentIndex: number;
  /** undefined: nobody remembers what the machine is for. */
  readonly systemIndex: number | undefined;
  readonly role: Role;
  readonly kind: 'physical' | 'virtual';
  /** As systemd-detect-virt names it; `none` for a physical machine. */
  readonly technology: 'none' | 'kvm' | 'vmware' | 'xen' | 'microsoft';
  readonly vendor: string;
  readonly product: string;
  readonly os: OsRelease;
  readonly kernel: string;
  readonly architecture: Architecture;
  readonly cpu: CpuLayout;
  readonly memBytes: number;
  readonly swapBytes: number;
  readonly disks: readonly CityDisk[];
  readonly rootUsedRatio: number;
  readonly dataUsedRatio: number;
  /** Key of data/role-software.ts, e.g. the database engine. */
  readonly software: string;
  /** It is restarted once in this time, at a moment of its own. */
  readonly rebootPeriodSeconds: number;
  readonly rebootPhaseSeconds: number;
  /** Seconds the host's clock is ahead. */
  readonly clockSkewSeconds: number;
  /** May the scan account use sudo without a password? */
  readonly sudo: boolean;
  readonly load: LoadShape;
  readonly history: LoadHistory | undefined;
  readonly fault: Fault | undefined;
}

/** A lasting connection as both ends see it. */
export interface CityFlow {
  /** Index of the client server, or an address outside the estate. */
  readonly client: number | string;
  /** Index of the serving server, or an address outside the estate. */
  readonly server: number | string;
  /** Port on the serving side; TCP. */
  readonly port: number;
  readonly connections: number;
  /** Name of the process that holds the client's end. */
  readonly clientProcess: string;
}

export interface City {
  readonly seed: number;
  readonly departments: readonly CityDepartment[];
  readonly systems: readonly CitySystem[];
  readonly servers: readonly CityServer[];
  readonly flows: readonly CityFlow[];
}
