import { useAllRows } from '../../../api/use-all-rows.ts';
import type { SystemAssessment } from '../lib/sizing-change.ts';

/** The assessment of the system named in the address, found whatever the list is filtered by. */
export function useSystemAssessment(systemId: string | undefined): SystemAssessment | undefined {
  const rows = useAllRows('assessment.listSystems', { text: '' }, { enabled: systemId !== undefined });
  return systemId === undefined ? undefined : rows?.find((row) => row.systemId === systemId);
}
