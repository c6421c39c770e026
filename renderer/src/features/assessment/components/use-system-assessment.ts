import { useEffect, useState } from 'react';
import type { PagedRows } from '../../../api/use-paged-rows.ts';
import type { SystemAssessment } from '../lib/sizing-change.ts';

/** The assessment of the system named in the address, found in the list whatever page it is on. */
export function useSystemAssessment(systemId: string | undefined, systems: PagedRows<'assessment.listSystems'>): SystemAssessment | undefined {
  const [found, setFound] = useState<SystemAssessment>();
  const { load, total, first } = systems;
  useEffect(() => {
    let current = true;
    if (systemId === undefined || total === 0) setFound(undefined);
    else void load(0, total - 1).then((rows) => (current ? setFound(rows.find((row) => row.systemId === systemId)) : undefined));
    return () => {
      current = false;
    };
    // `first` changes when the assessment does; `load` alone would keep the former rows.
  }, [systemId, load, total, first]);
  return systemId === undefined ? undefined : found;
}
