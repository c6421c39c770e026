import { z } from 'zod';
import { departmentIdSchema, serverIdSchema, systemIdSchema } from '../kernel/ids.ts';
import { instantSchema } from '../kernel/calendar-date.ts';
import { bytesSchema, countSchema } from '../kernel/quantities.ts';
import { provenanceSchema } from './provenance.ts';

/**
 * One row of the inventory: the current value of each field, derived from observations (see provenance.ts).
 * null = not known.
 */
export const serverSchema = z.object({
  id: serverIdSchema,
  hostname: z.string(),
  address: z.string().nullable(),
  departmentId: departmentIdSchema.nullable(),
  departmentName: z.string().nullable(),
  systemId: systemIdSchema.nullable(),
  systemName: z.string().nullable(),
  kind: z.enum(['physical', 'virtual', 'container', 'unknown']),
  technology: z.string().nullable(),
  osId: z.string().nullable(),
  osName: z.string().nullable(),
  osVersion: z.string().nullable(),
  kernel: z.string().nullable(),
  architecture: z.string().nullable(),
  cpuModel: z.string().nullable(),
  vcpuCount: countSchema.nullable(),
  memBytes: bytesSchema.nullable(),
  diskBytes: bytesSchema.nullable(),
  usedStorageBytes: bytesSchema.nullable(),
  cpuP95Ratio: z.number().nullable(),
  memP95Ratio: z.number().nullable(),
  sampleCount: countSchema.nullable(),
  confidenceStars: z.number().int().min(1).max(5).nullable(),
  packageCount: countSchema.nullable(),
  listenerCount: countSchema.nullable(),
  uptimeSeconds: z.number().nullable(),
  environment: z.string().nullable(),
  note: z.string().nullable(),
  tag: z.string().nullable(),
  scanState: z.enum(['scanned', 'partial', 'failed', 'never']),
  lastErrorCode: z.string().nullable(),
  lastSeenAt: instantSchema.nullable(),
  /** Fields a person has overridden. */
  overridden: z.array(z.string()),
});
export type Server = z.infer<typeof serverSchema>;
export type ServerField = Exclude<keyof Server, 'id' | 'overridden'>;

export interface ServerFieldSpec {
  readonly key: ServerField;
  readonly type: 'text' | 'count' | 'bytes' | 'ratio' | 'seconds' | 'instant' | 'enum';
  /** May a person override it? */
  readonly editable: boolean;
  /** Short name in the filter language. */
  readonly filterName: string;
  /** The probe section that yields it. */
  readonly section: string | null;
}

/** The one list behind the grid's columns, the filter language, bulk edit, import mapping, export and the CLI. */
export const SERVER_FIELDS = [
  { key: 'hostname', type: 'text', editable: true, filterName: 'host', section: 'identity' },
  { key: 'address', type: 'text', editable: true, filterName: 'ip', section: 'network' },
  { key: 'departmentName', type: 'text', editable: false, filterName: 'dept', section: null },
  { key: 'systemName', type: 'text', editable: false, filterName: 'system', section: null },
  { key: 'kind', type: 'enum', editable: true, filterName: 'kind', section: 'virtualisation' },
  { key: 'technology', type: 'text', editable: true, filterName: 'virt', section: 'virtualisation' },
  { key: 'osId', type: 'text', editable: true, filterName: 'os', section: 'os' },
  { key: 'osName', type: 'text', editable: true, filterName: 'osname', section: 'os' },
  { key: 'osVersion', type: 'text', editable: true, filterName: 'osver', section: 'os' },
  { key: 'kernel', type: 'text', editable: true, filterName: 'kernel', section: 'os' },
  { key: 'architecture', type: 'text', editable: true, filterName: 'arch', section: 'os' },
  { key: 'cpuModel', type: 'text', editable: true, filterName: 'cpumodel', section: 'cpu' },
  { key: 'vcpuCount', type: 'count', editable: true, filterName: 'vcpu', section: 'cpu' },
  { key: 'memBytes', type: 'bytes', editable: true, filterName: 'mem', section: 'memory' },
  { key: 'diskBytes', type: 'bytes', editable: true, filterName: 'disk', section: 'block-devices' },
  { key: 'usedStorageBytes', type: 'bytes', editable: true, filterName: 'used', section: 'filesystems' },
  { key: 'cpuP95Ratio', type: 'ratio', editable: false, filterName: 'cpu', section: 'history' },
  { key: 'memP95Ratio', type: 'ratio', editable: false, filterName: 'memp95', section: 'history' },
  { key: 'sampleCount', type: 'count', editable: false, filterName: 'samples', section: 'history' },
  { key: 'confidenceStars', type: 'count', editable: false, filterName: 'stars', section: 'history' },
  { key: 'packageCount', type: 'count', editable: false, filterName: 'packages', section: 'packages' },
  { key: 'listenerCount', type: 'count', editable: false, filterName: 'listeners', section: 'sockets' },
  { key: 'uptimeSeconds', type: 'seconds', editable: false, filterName: 'uptime', section: 'uptime' },
  { key: 'environment', type: 'text', editable: true, filterName: 'env', section: null },
  { key: 'note', type: 'text', editable: true, filterName: 'note', section: null },
  { key: 'tag', type: 'text', editable: true, filterName: 'tag', section: null },
  { key: 'scanState', type: 'enum', editable: false, filterName: 'state', section: null },
  { key: 'lastErrorCode', type: 'text', editable: false, filterName: 'error', section: null },
  { key: 'lastSeenAt', type: 'instant', editable: false, filterName: 'seen', section: null },
] as const satisfies readonly ServerFieldSpec[];

/** One known value of one field with where it comes from; the first of a list is the one in force. */
export const fieldObservationSchema = z.object({
  field: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  provenance: provenanceSchema,
});
export type FieldObservation = z.infer<typeof fieldObservationSchema>;
