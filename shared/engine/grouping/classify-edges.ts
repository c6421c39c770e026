import { compareText } from '../../kernel/compare-text.ts';
import type { PlanEdge } from '../../model/plan.ts';

/** Connections seen from servers of one system to a port on servers of another. */
export interface SystemFlow {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly connections: number;
}

/** Direct access to another system's data: database protocols, shared files, block storage. Such ends must move together. */
const DATA_PORTS = new Set([1433, 1521, 1526, 2049, 2881, 3260, 3306, 5236, 5432, 15400, 27017, 50000, 54321, 445]);
/** Services of the network itself: name, time, login, logging, monitoring. Every system has them; they join nothing. */
const INFRASTRUCTURE_PORTS = new Set([22, 53, 67, 88, 123, 161, 162, 389, 464, 514, 636, 3389, 9100, 10050, 10051]);
/** So many open connections at once are a conversation that does not stand the distance. */
const MANY_CONNECTIONS = 200;
/** A hub is linked with at least this many systems and with this share of all. */
const HUB_SYSTEMS = 10;
const HUB_SHARE = 0.1;

interface Pair {
  readonly from: string;
  readonly to: string;
  weight: number;
  data: boolean;
  infrastructureOnly: boolean;
}

function pairFlows(flows: readonly SystemFlow[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const flow of flows) {
    if (flow.from === flow.to || flow.connections <= 0) continue;
    const key = `${flow.from}\n${flow.to}`;
    const pair = pairs.get(key) ?? { from: flow.from, to: flow.to, weight: 0, data: false, infrastructureOnly: true };
    pair.weight += flow.connections;
    pair.data ||= DATA_PORTS.has(flow.port);
    pair.infrastructureOnly &&= INFRASTRUCTURE_PORTS.has(flow.port);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((left, right) => compareText(left.from, right.from) || compareText(left.to, right.to));
}

/** Systems that very many others use (identity, GIS, data exchange): they are bridged during the move, not grouped with. */
export function findHubs(flows: readonly SystemFlow[], systemCount: number): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const { from, to } of flows) {
    if (from === to) continue;
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from));
  }
  const threshold = Math.max(HUB_SYSTEMS, Math.ceil(systemCount * HUB_SHARE));
  return new Set([...neighbours].filter(([, others]) => others.size >= threshold).map(([id]) => id));
}

/**
 * Edges between systems, one per direction, weight = connections seen. shared: an end is a hub or only infrastructure
 * ports were used; hard: direct data access or very many connections between two productive systems; soft: the rest.
 */
export function classifyEdges(flows: readonly SystemFlow[], systemCount: number, isProductive: (systemId: string) => boolean): PlanEdge[] {
  const hubs = findHubs(flows, systemCount);
  return pairFlows(flows).map(({ from, to, weight, data, infrastructureOnly }) => {
    const shared = infrastructureOnly || hubs.has(from) || hubs.has(to);
    const close = (data || weight >= MANY_CONNECTIONS) && isProductive(from) && isProductive(to);
    return { from, to, weight, strength: shared ? 'shared' : close ? 'hard' : 'soft' };
  });
}
