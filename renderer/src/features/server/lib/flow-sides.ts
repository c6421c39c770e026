import type { FlowRow } from './server-detail.ts';

export interface FlowSides {
  /** Others that use this server. */
  readonly inbound: readonly FlowRow[];
  /** What this server uses. */
  readonly outbound: readonly FlowRow[];
}

const byConnections = (left: FlowRow, right: FlowRow): number => right.connections - left.connections || left.port - right.port;

/** Splits the flows of one server by direction, busiest first. A flow to itself is an outbound one. */
export function flowSides(rows: readonly FlowRow[], serverId: string): FlowSides {
  return {
    outbound: rows.filter((row) => row.fromServerId === serverId).toSorted(byConnections),
    inbound: rows.filter((row) => row.toServerId === serverId && row.fromServerId !== serverId).toSorted(byConnections),
  };
}
