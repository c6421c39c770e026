import type { HostError } from '../../../../shared/model/scan.ts';

/** When a failed contact is made once more. `slow`: after everything else, with more time to connect. */
export interface Retry {
  readonly afterMs: number;
  readonly lane: 'first' | 'slow';
}

/**
 * Waiting times before each further contact, by what turned the last one away before any login. A penalty of OpenSSH
 * (PerSourcePenalties) lasts about 15 s; a jump host frees its channels as other hosts end.
 */
const WAITS_MS: Readonly<Partial<Record<HostError['code'], readonly number[]>>> = {
  RESET_BEFORE_BANNER: [1500, 4500],
  SOURCE_PENALISED: [5000, 15_000],
  BASTION_LIMIT: [1500, 3000, 6000, 12_000, 24_000],
};

function waitsFor(error: HostError): readonly number[] {
  if (error.code === 'CONNECTION_LOST') return error.params['phase'] === 'handshake' ? [1500] : [];
  const code = error.code === 'BASTION_FAILED' && error.params['cause'] !== 'BASTION_LIMIT' ? error.params['cause'] : error.code;
  return WAITS_MS[code as HostError['code']] ?? [];
}

/**
 * Whether a contact that failed before its login is made again; `tries` counts those already made. A connection that was
 * merely not answered in time gets one slow try, as on a line that loses packets; an address of a listed block does not,
 * as there may be no machine.
 */
export function planRetry(error: HostError, tries: number, fromBlock: boolean): Retry | undefined {
  if (error.code === 'UNREACHABLE' && error.params['reason'] === 'timeout') return tries === 1 && !fromBlock ? { afterMs: 0, lane: 'slow' } : undefined;
  const afterMs = waitsFor(error)[tries - 1];
  return afterMs === undefined ? undefined : { afterMs, lane: 'first' };
}
