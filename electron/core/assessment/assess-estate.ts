import { GIB } from '../../../shared/kernel/quantities.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Flavour, Sizing } from '../../../shared/model/catalogue.ts';
import type { StrategyResult, StrategyRule } from '../../../shared/model/strategy.ts';
import type { Confidence, ServerProfile } from '../../../shared/model/utilisation.ts';
import { sizeServer } from '../../../shared/engine/sizing/size-server.ts';
import { chooseStrategy, type StrategyOverride } from '../../../shared/engine/strategy/choose-strategy.ts';
import { isEndOfLife } from '../../../shared/engine/strategy/os-end-of-life.ts';
import { servedSoftware, type ServedPort } from '../../../shared/engine/strategy/served-software.ts';
import type { StrategyInput } from '../../../shared/engine/strategy/strategy-input.ts';
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
export interface AssessedSystem {
  readonly row: AssessedSystemRow;
  readonly serverCount: number;
  readonly vcpuCount: number;
  readonly usedStorageBytes: number;
  readonly result: StrategyResult;
  readonly overridden: boolean;
  /** Flavours plus block storage; servers without a fitting flavour add nothing and are visible as such. */
  readonly pricePerMonthMinor: number;
}
export interface EstateAssessment {
  readonly servers: readonly AssessedServer[];
  readonly systems: readonly AssessedSystem[];
  readonly serverById: ReadonlyMap<string, AssessedServer>;
  readonly systemById: ReadonlyMap<string, AssessedSystem>;
  readonly currency: string;
}

/** Everything the assessment is derived from, read in one view. */
export interface EstateFacts {
  readonly servers: readonly AssessedServerRow[];
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

function assessServer(row: AssessedServerRow, facts: EstateFacts, flavours: ReadonlyMap<string, Flavour>, systemNames: ReadonlyMap<string, string>): AssessedServer {
  const sizing = sizeServer(row, facts.catalogue.catalogue, facts.catalogue.policy);
  return {
    row,
    systemName: row.systemId === null ? null : (systemNames.get(row.systemId) ?? null),
    cpuP95Ratio: p95Of(row.profile, 'cpuRatio'),
    memP95Ratio: p95Of(row.profile, 'memRatio'),
    confidence: row.profile?.confidence ?? UNKNOWN,
    sizing,
    flavour: sizing.flavourId === null ? undefined : flavours.get(sizing.flavourId),
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}

type EndOfLife = (row: AssessedServerRow) => boolean | undefined;

/** Releases repeat by the hundred in a city; each is looked up once per assessment. */
function endOfLifeLookup(asOf: CalendarDate): EndOfLife {
  const known = new Map<string, boolean | undefined>();
  return ({ osId, osVersion }) => {
    const key = `${osId ?? ''}\n${osVersion ?? ''}`;
    if (!known.has(key)) known.set(key, isEndOfLife(osId, osVersion, asOf));
    return known.get(key);
  };
}

function strategyInput(system: AssessedSystemRow, servers: readonly AssessedServer[], facts: EstateFacts, endOfLife: EndOfLife): StrategyInput {
  const rows = servers.map((server) => server.row);
  const ended = rows.flatMap((row) => endOfLife(row) ?? []);
  const known = rows.filter((row) => row.kind !== 'unknown');
  const cpu = servers.flatMap((server) => server.cpuP95Ratio ?? []);
  const storage = rows.flatMap((row) => row.usedStorageBytes ?? []);
  return {
    classified: system.classified,
    architecture: distinct(rows.map((row) => row.architecture)),
    osId: distinct(rows.map((row) => row.osId)),
    osEndOfLife: ended.length === 0 ? null : ended.includes(true),
    serverCount: rows.length,
    physicalShare: known.length === 0 ? null : known.filter((row) => row.kind === 'physical').length / known.length,
    cpuP95Ratio: cpu.length === 0 ? null : Math.max(...cpu),
    criticality: system.criticality,
    protectionLevel: system.protectionLevel,
    environment: system.environment,
    software: servedSoftware(facts.servedPorts.get(system.id) ?? []),
    usedStorageBytes: storage.length === 0 ? null : storage.reduce((sum, bytes) => sum + bytes, 0),
    peerCount: facts.peerCounts.get(system.id) ?? null,
  };
}

function assessSystem(row: AssessedSystemRow, servers: readonly AssessedServer[], facts: EstateFacts, endOfLife: EndOfLife): AssessedSystem {
  const override = facts.overrides.get(row.id);
  const usedStorageBytes = servers.reduce((sum, server) => sum + (server.row.usedStorageBytes ?? 0), 0);
  const compute = servers.reduce((sum, server) => sum + (server.sizing.pricePerMonthMinor ?? 0), 0);
  const storage = Math.ceil(usedStorageBytes / GIB) * facts.catalogue.catalogue.storagePerGibMonthMinor;
  const result = chooseStrategy(strategyInput(row, servers, facts, endOfLife), facts.rules, override);
  return {
    row,
    serverCount: servers.length,
    vcpuCount: servers.reduce((sum, server) => sum + (server.row.vcpuCount ?? 0), 0),
    usedStorageBytes,
    result,
    overridden: override !== undefined,
    // What stays or is switched off buys nothing in the cloud.
    pricePerMonthMinor: result.strategy === 'retain' || result.strategy === 'retire' ? 0 : compute + storage,
  };
}

/** Sizes every server and chooses a strategy for every system; a pure function of the facts. */
export function assessEstate(facts: EstateFacts): EstateAssessment {
  const flavours = new Map(facts.catalogue.catalogue.flavours.map((flavour) => [flavour.id, flavour]));
  const systemNames = new Map(facts.systems.map((system) => [system.id as string, system.name]));
  const servers = facts.servers.map((row) => assessServer(row, facts, flavours, systemNames));
  const bySystem = new Map<string, AssessedServer[]>();
  for (const server of servers) {
    if (server.row.systemId === null) continue;
    const list = bySystem.get(server.row.systemId) ?? [];
    list.push(server);
    bySystem.set(server.row.systemId, list);
  }
  const endOfLife = endOfLifeLookup(facts.asOf);
  const systems = facts.systems.map((row) => assessSystem(row, bySystem.get(row.id) ?? [], facts, endOfLife));
  return {
    servers,
    systems,
    serverById: new Map(servers.map((server) => [server.row.id, server])),
    systemById: new Map(systems.map((system) => [system.row.id, system])),
    currency: facts.catalogue.catalogue.currency,
  };
}
