import type { Architecture } from '../city.ts';

export interface CpuModel {
  readonly architecture: Architecture;
  /** undefined: the ARM kernel prints no model name in /proc/cpuinfo. */
  readonly name: string | undefined;
  readonly coresPerSocket: number;
  readonly threadsPerCore: 1 | 2;
  readonly mhz: number | undefined;
  readonly weight: number;
}

/** Processors found in municipal server rooms, old Xeons to domestic chips. */
export const CPU_MODELS: readonly CpuModel[] = [
  { architecture: 'x86_64', name: 'Intel(R) Xeon(R) CPU E5-2620 v2 @ 2.10GHz', coresPerSocket: 6, threadsPerCore: 2, mhz: 2100, weight: 14 },
  { architecture: 'x86_64', name: 'Intel(R) Xeon(R) CPU E5-2640 v4 @ 2.40GHz', coresPerSocket: 10, threadsPerCore: 2, mhz: 2400, weight: 22 },
  { architecture: 'x86_64', name: 'Intel(R) Xeon(R) Silver 4210 CPU @ 2.20GHz', coresPerSocket: 10, threadsPerCore: 2, mhz: 2200, weight: 20 },
  { architecture: 'x86_64', name: 'Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz', coresPerSocket: 24, threadsPerCore: 2, mhz: 3000, weight: 12 },
  { architecture: 'x86_64', name: 'Hygon C86 7285 32-core Processor', coresPerSocket: 32, threadsPerCore: 2, mhz: 2000, weight: 10 },
  { architecture: 'x86_64', name: 'AMD EPYC 7302 16-Core Processor', coresPerSocket: 16, threadsPerCore: 2, mhz: 3000, weight: 4 },
  { architecture: 'aarch64', name: 'Kunpeng-920', coresPerSocket: 48, threadsPerCore: 1, mhz: 2600, weight: 12 },
  { architecture: 'aarch64', name: 'Phytium,S2500/64', coresPerSocket: 64, threadsPerCore: 1, mhz: 2100, weight: 5 },
  { architecture: 'aarch64', name: undefined, coresPerSocket: 64, threadsPerCore: 1, mhz: undefined, weight: 1 },
];

/** Makers and models of physical machines by architecture. */
export const MACHINES: ReadonlyMap<Architecture, readonly (readonly [vendor: string, product: string])[]> = new Map([
  ['x86_64', [['Dell Inc.', 'PowerEdge R730'], ['Dell Inc.', 'PowerEdge R740'], ['HP', 'ProLiant DL380 Gen9'], ['Inspur', 'NF5280M5'], ['Huawei', 'RH2288H V3'], ['Lenovo', 'ThinkSystem SR650'], ['Sugon', 'R6240H0'], ['H3C', 'UniServer R4900 G3']]],
  ['aarch64', [['Huawei', 'TaiShan 200 (Model 2280)'], ['Greatwall', 'QingTian DF723'], ['H3C', 'UniServer R4950 G3 KP']]],
]);

/** Hypervisors: [technology as systemd-detect-virt names it, DMI vendor, DMI product, disk prefix, weight]. */
export const HYPERVISORS = [
  ['vmware', 'VMware, Inc.', 'VMware Virtual Platform', 'sd', 55],
  ['kvm', 'QEMU', 'Standard PC (i440FX + PIIX, 1996)', 'vd', 34],
  ['xen', 'Xen', 'HVM domU', 'xvd', 5],
  ['microsoft', 'Microsoft Corporation', 'Virtual Machine', 'sd', 6],
] as const;
