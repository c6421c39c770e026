import type { HostError } from '../../../../shared/model/scan.ts';

/** What an ended contact says of the way it took. */
export type TrafficSign = 'crowded' | 'answered' | 'none';

/** How many contacts a way bears at once: halved when it turns some away, and raised by one for each round that goes well. */
export interface Congestion {
  mayStart(way: string): boolean;
  started(way: string): void;
  ended(way: string, sign: TrafficSign): void;
}

interface WayState {
  underWay: number;
  allowed: number;
}

/** Codes with which a bastion, a firewall or a server says that it is asked too often. */
const TURNED_AWAY: ReadonlySet<string> = new Set(['RESET_BEFORE_BANNER', 'SOURCE_PENALISED', 'BASTION_LIMIT'] satisfies HostError['code'][]);

export function signOf(error: HostError | undefined): TrafficSign {
  if (error === undefined) return 'answered';
  const code = error.code === 'BASTION_FAILED' ? String(error.params['cause']) : error.code;
  return TURNED_AWAY.has(code) ? 'crowded' : 'none';
}

export function createCongestion(): Congestion {
  const ways = new Map<string, WayState>();
  const stateOf = (way: string): WayState => {
    const state = ways.get(way) ?? { underWay: 0, allowed: Infinity };
    ways.set(way, state);
    return state;
  };
  return {
    mayStart: (way) => {
      const { underWay, allowed } = stateOf(way);
      return underWay < Math.max(1, Math.floor(allowed));
    },
    started: (way) => {
      stateOf(way).underWay += 1;
    },
    ended: (way, sign) => {
      const state = stateOf(way);
      if (sign === 'crowded') state.allowed = Math.max(1, Math.min(state.allowed, state.underWay) / 2);
      else if (sign === 'answered' && state.allowed !== Infinity) state.allowed += 1 / state.allowed;
      state.underWay -= 1;
      if (state.underWay === 0 && state.allowed === Infinity) ways.delete(way);
    },
  };
}
