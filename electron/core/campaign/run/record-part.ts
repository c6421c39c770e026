import type { DwellPart } from '../../../../agents/probes/dwell/dwell-reader.ts';
import { foldSamples, historyOfDays, mergeDay } from '../../../../shared/engine/stats/day-distribution.ts';
import type { DayDistribution } from '../../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { formatEvidence, recordDwell } from '../../inventory/index.ts';
import { addHours, countDwell, keepEvidence, readDays, saveDay, type DwellKey } from '../store.ts';

export interface PartOptions {
  readonly database: ProjectDatabase;
  readonly key: DwellKey;
  readonly campaignName: string;
  /** The nominal one: what the samples are means over. */
  readonly intervalSeconds: number;
  /** ISO instant. */
  readonly at: string;
  readonly newId: () => string;
}

function hoursOf(days: readonly DayDistribution[]): ReadonlyMap<number, number> {
  const hours = new Map<number, number>();
  for (const { metrics } of days) {
    // One metric stands for the sample: those that were left out of it do not make the hour unseen.
    const [fullest] = metrics.toSorted((left, right) => right.sampleCount - left.sampleCount);
    for (const [hour, count] of fullest?.hours ?? []) hours.set(hour, (hours.get(hour) ?? 0) + count);
  }
  return hours;
}

/** Inside a transaction: adds what came to the project. Returns how many samples it held. */
export function recordPart({ database, key, campaignName, intervalSeconds, at, newId }: PartOptions, part: DwellPart): number {
  if (part.samples.length === 0 && part.flows.length === 0) return 0;
  const { serverId, campaignId } = key;
  const stored = readDays(database, serverId);
  const fresh = foldSamples(part.samples, { source: 'dwell', statistic: 'interval-mean', intervalSeconds });
  for (const day of fresh) {
    const before = stored.find((each) => each.campaignId === campaignId && each.part.day === day.day && each.part.intervalSeconds === day.intervalSeconds)?.part;
    saveDay(database, serverId, campaignId, before ? mergeDay([before, day]) : day);
  }
  // Means over another interval, of a former version, are not mixed in.
  const history = fresh.length === 0 ? undefined : historyOfDays([...stored.map((each) => each.part).filter((each) => each.intervalSeconds === intervalSeconds), ...fresh]);
  const raw = formatEvidence(new Map([['utilisation', part.sampleText], ['sockets', part.flowText]]));
  const { evidenceId, newFlowCount } = recordDwell(database, { serverId, flows: part.flows, history, raw, by: campaignName, at, newId });
  keepEvidence(database, key, evidenceId, at);
  addHours(database, campaignId, serverId, hoursOf(fresh));
  countDwell(database, key, { samples: part.samples.length, newFlows: newFlowCount, rejected: part.rejectedCount });
  return part.samples.length;
}
