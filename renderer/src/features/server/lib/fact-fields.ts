import { SERVER_FIELDS, type ServerField, type ServerFieldSpec } from '../../../../../shared/model/server.ts';
import type { FieldObservation } from '../../../../../shared/model/server.ts';
import type { ServerDetail } from './server-detail.ts';

export interface FactField {
  readonly spec: ServerFieldSpec;
  readonly value: ServerDetail['server'][ServerField];
  /** The observation in force; absent for derived fields such as counts and percentiles. */
  readonly observation: FieldObservation | undefined;
  /** Further known values, in order of trust. */
  readonly others: readonly FieldObservation[];
  readonly overridden: boolean;
  /** Another source says something else than what is in force. */
  readonly conflicting: boolean;
}

export const FACT_GROUPS = {
  identity: ['hostname', 'address', 'departmentName', 'systemName', 'environment', 'tag', 'note'],
  platform: ['kind', 'technology', 'osId', 'osName', 'osVersion', 'kernel', 'architecture', 'uptimeSeconds'],
  capacity: ['cpuModel', 'vcpuCount', 'memBytes', 'diskBytes', 'usedStorageBytes'],
} as const satisfies Record<string, readonly ServerField[]>;
export type FactGroup = keyof typeof FACT_GROUPS;

const SPECS = new Map<ServerField, ServerFieldSpec>(SERVER_FIELDS.map((spec) => [spec.key, spec]));

/** The fields of one group with the evidence behind each value. */
export function factFields(detail: Pick<ServerDetail, 'server' | 'observations'>, group: FactGroup): readonly FactField[] {
  return FACT_GROUPS[group].flatMap((field): readonly FactField[] => {
    const spec = SPECS.get(field);
    if (!spec) return [];
    const [observation, ...others] = detail.observations[field] ?? [];
    return [{ spec, value: detail.server[field], observation, others, overridden: detail.server.overridden.includes(field), conflicting: others.some((other) => other.value !== observation?.value) }];
  });
}
