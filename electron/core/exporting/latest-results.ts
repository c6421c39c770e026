import type { ScanTargetResult } from '../../../shared/model/scan.ts';
import type { Reader } from './export-reader.ts';

/** What the latest run that reached one of `states` says of each place; the way to a host is part of its place. */
export async function readLatestResults({ read, readAll }: Reader, states: readonly ScanTargetResult['state'][]): Promise<ScanTargetResult[]> {
  const { runs } = await read('scan.listRuns', {});
  const latest = new Map<string, ScanTargetResult>();
  for (const run of [...runs].sort((left, right) => (left.startedAt < right.startedAt ? 1 : -1))) {
    for (const result of await readAll('scan.listResults', { runId: run.id, states: [...states] })) {
      const place = `${result.host}:${result.port} ${result.jump ?? ''}`;
      if (!latest.has(place)) latest.set(place, result);
    }
  }
  return [...latest.values()];
}
