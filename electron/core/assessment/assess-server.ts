import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Flavour, Sizing } from '../../../shared/model/catalogue.ts';
import type { StrategyRule } from '../../../shared/model/strategy.ts';
import type { Confidence, ServerProfile } from '../../../shared/model/utilisation.ts';
import { sizeServer } from '../../../shared/engine/sizing/size-server.ts';
import type { StrategyOverride } from '../../../shared/engine/strategy/choose-strategy.ts';
import type { ServedPort } from '../../../shared/engine/strategy/served-software.ts';
import type { CurrentCatalogue } from '../catalogue/index.ts';
import type { AssessedServerRow, AssessedSystemRow } from './store.ts';

export interface AssessedServer {
  readonly row: AssessedServerRow;
  readonly systemName: string | null;
  readonly cpuP95Ratio: number | null;
  readonly memP95Ratio: number | null;
  readonly confidence: Confidence;
  readonly sizing: Sizing;
  readonly flavour: Flavour | undefined;
}
/** What all servers are judged against. */
export interface EstateFrame {
  readonly systems: readonly AssessedSystemRow[];
  readonly servedPorts: ReadonlyMap<string, readonly ServedPort[]>;
  readonly peerCounts: ReadonlyMap<string, number>;
  readonly rules: readonly StrategyRule[];
  readonly overrides: ReadonlyMap<string, StrategyOverride>;
  readonly catalogue: CurrentCatalogue;
  readonly asOf: CalendarDate;
}
const UNKNOWN: Confidence = { score: 0, stars: 1, reasons: ['noHistory'] };

function p95Of(profile: ServerProfile | null, metric: 'cpuRatio' | 'memRatio'): number | null {
  return profile?.metrics.find((candidate) => candidate.metric === metric)?.percentiles.p95 ?? null;
}

/** Sizes servers one by one, in the order given; a city is sized in slices so that nothing else waits for it. */
export function serverAssessor({ catalogue: { catalogue, policy }, systems }: EstateFrame): (row: AssessedServerRow) => AssessedServer {
  const flavours = new Map(catalogue.flavours.map((flavour) => [flavour.id, flavour]));
  const systemNames = new Map(systems.map((system) => [system.id as string, system.name]));
  return (row) => {
    const sizing = sizeServer(row, catalogue, policy);
    return {
      row,
      systemName: row.systemId === null ? null : (systemNames.get(row.systemId) ?? null),
      cpuP95Ratio: p95Of(row.profile, 'cpuRatio'),
      memP95Ratio: p95Of(row.profile, 'memRatio'),
      confidence: row.profile?.confidence ?? UNKNOWN,
      sizing,
      flavour: sizing.flavourId === null ? undefined : flavours.get(sizing.flavourId),
    };
  };
}
