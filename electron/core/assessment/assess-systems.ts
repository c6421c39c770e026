import { GIB } from '../../../shared/kernel/quantities.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { StrategyResult } from '../../../shared/model/strategy.ts';
import { chooseStrategy } from '../../../shared/engine/strategy/choose-strategy.ts';
import { isEndOfLife } from '../../../shared/engine/strategy/os-end-of-life.ts';
import { servedSoftware } from '../../../shared/engine/strategy/served-software.ts';
import type { StrategyInput } from '../../../shared/engine/strategy/strategy-input.ts';
import type { AssessedServer, EstateFrame } from './assess-server.ts';
import type { AssessedServerRow, AssessedSystemRow } from './store.ts';

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

function strategyInput(system: AssessedSystemRow, servers: readonly AssessedServer[], facts: EstateFrame, endOfLife: EndOfLife): StrategyInput {
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

function assessSystem(row: AssessedSystemRow, servers: readonly AssessedServer[], facts: EstateFrame, endOfLife: EndOfLife): AssessedSystem {
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

/** Chooses a strategy for every system from its sized servers. */
export function assessSystems(servers: readonly AssessedServer[], frame: EstateFrame): EstateAssessment {
  const bySystem = Map.groupBy(servers.filter((server) => server.row.systemId !== null), (server) => server.row.systemId as string);
  const endOfLife = endOfLifeLookup(frame.asOf);
  const systems = frame.systems.map((row) => assessSystem(row, bySystem.get(row.id) ?? [], frame, endOfLife));
  return {
    servers,
    systems,
    serverById: new Map(servers.map((server) => [server.row.id, server])),
    systemById: new Map(systems.map((system) => [system.row.id, system])),
    currency: frame.catalogue.catalogue.currency,
  };
}
