import type { HostError, ScanTarget } from '../../../../shared/model/scan.ts';
import type { LoginOutcome } from '../guard/auth-guard.ts';
import type { HostKeyDecision } from '../host-keys/decide-host-key.ts';

export interface ContactPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

/**
 * Names the listed host in an error: sentences always speak of `host`, `port` and `user` of the target, and of the
 * machine that really failed, such as a jump host, as `via`.
 */
export function nameHost(error: HostError, place: ContactPlace, decision?: HostKeyDecision): HostError {
  const via = error.params['host'];
  const previous = decision?.previousFingerprintSha256;
  return {
    code: error.code,
    params: {
      ...error.params,
      ...(typeof via === 'string' && via !== place.host && error.params['via'] === undefined ? { via } : {}),
      ...(previous === undefined ? {} : { previousFingerprint: previous }),
      host: place.host,
      port: place.port,
      user: place.user,
    },
  };
}

/** What a failed contact says about the credential. A line cut in the middle of a login may be the server's way to say no. */
export function loginOutcomeOf(error: HostError): LoginOutcome {
  if (error.code === 'AUTH_REJECTED') return 'rejected';
  return error.code === 'CONNECTION_LOST' && error.params['phase'] === 'authentication' ? 'rejected' : 'neutral';
}

/** True when the server never saw the password, so the account's counter did not move. */
export function passwordUnseen(error: HostError): boolean {
  return error.code === 'AUTH_METHOD_NOT_OFFERED';
}

/** Failures that say nothing about whether there is a machine. */
const NOTHING_ANSWERED: ReadonlySet<HostError['code']> = new Set(['UNREACHABLE', 'REFUSED']);

/** True unless an address was tried only because its block was listed, and nothing answered there. */
export function standsForMachine(target: Pick<ScanTarget, 'fromBlock'>, errorCode: HostError['code']): boolean {
  return !target.fromBlock || !NOTHING_ANSWERED.has(errorCode);
}
