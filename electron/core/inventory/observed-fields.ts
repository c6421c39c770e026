import type { ServerField } from '../../../shared/model/server.ts';

/** A value as it stands in `observation.value` (JSON); null withdraws what this source said before. */
export type ObservedValue = string | number | null;

/** Fields with a trail, and the column of `server` that holds the value in force. */
export const OBSERVED_COLUMNS = {
  hostname: 'hostname',
  address: 'address',
  kind: 'kind',
  technology: 'technology',
  osId: 'os_id',
  osName: 'os_name',
  osVersion: 'os_version',
  kernel: 'kernel',
  architecture: 'architecture',
  cpuModel: 'cpu_model',
  vcpuCount: 'vcpu_count',
  memBytes: 'mem_bytes',
  diskBytes: 'disk_bytes',
  usedStorageBytes: 'used_storage_bytes',
  cpuP95Ratio: 'cpu_p95_ratio',
  memP95Ratio: 'mem_p95_ratio',
  sampleCount: 'sample_count',
  confidenceStars: 'confidence_stars',
  packageCount: 'package_count',
  listenerCount: 'listener_count',
  environment: 'environment',
  note: 'note',
  tag: 'tag',
} as const satisfies Partial<Record<ServerField, string>>;

/** `departmentName` has a trail but no column of its own: the department follows from it (see organisation/linking). */
export type ObservedField = keyof typeof OBSERVED_COLUMNS | 'departmentName';

export function isObservedField(name: string): name is ObservedField {
  return name === 'departmentName' || Object.hasOwn(OBSERVED_COLUMNS, name);
}
