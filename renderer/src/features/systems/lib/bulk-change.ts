import type { InputOf } from '../../../../../shared/contract/contract.ts';
import { CRITICALITIES, ENVIRONMENTS } from '../../../../../shared/model/service-system.ts';

export const BULK_FIELDS = ['criticality', 'environment', 'protectionLevel', 'classified', 'owner'] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** The change of one field for many systems; null or empty is "not known". */
export function bulkChange(field: BulkField, value: string | null): InputOf<'organisation.updateSystems'>['changes'] {
  switch (field) {
    case 'criticality': return { criticality: CRITICALITIES.find((one) => one === value) ?? null };
    case 'environment': return { environment: ENVIRONMENTS.find((one) => one === value) ?? null };
    case 'protectionLevel': return { protectionLevel: value === null ? null : Number(value) };
    case 'classified': return { classified: value === null ? null : value === 'yes' };
    case 'owner': return { owner: value === null || value.trim() === '' ? null : value.trim() };
  }
}
