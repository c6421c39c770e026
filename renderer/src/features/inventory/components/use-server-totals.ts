import { useMemo } from 'react';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useFormat } from '../../../ui/use-format.ts';

/** Sums of the filtered set (not of the rows on the screen) as they stand in the foot, by column. */
export function useServerTotals(totals: OutputOf<'inventory.listServers'>['totals'] | undefined): ReadonlyMap<string, string> | undefined {
  const format = useFormat();
  return useMemo(
    () => totals && new Map([['vcpuCount', format.count(totals.vcpuCount)], ['memBytes', format.bytes(totals.memBytes)], ['diskBytes', format.bytes(totals.diskBytes)], ['usedStorageBytes', format.bytes(totals.usedStorageBytes)]]),
    [format, totals],
  );
}
