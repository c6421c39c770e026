import type { z } from 'zod';
import type { ParsedProbe } from '../../../../agents/probes/parse-probe.ts';
import type { preflightStepSchema } from '../../../../shared/contract/scan.ts';
import type { HostError, HostErrorCode } from '../../../../shared/model/scan.ts';

export type PreflightStep = z.infer<typeof preflightStepSchema>;
type StepName = PreflightStep['step'];

const STEPS = ['resolve', 'connect', 'host-key', 'authenticate', 'shell', 'privilege', 'probe', 'clock'] as const satisfies readonly StepName[];

/** The step at which a contact that brought nothing came to its end. */
const STEP_OF: Readonly<Record<HostErrorCode, StepName>> = {
  DNS_FAIL: 'resolve',
  UNREACHABLE: 'connect', REFUSED: 'connect', RESET_BEFORE_BANNER: 'connect', NO_BANNER: 'connect', TARPIT: 'connect', NOT_SSH: 'connect', SSH1_ONLY: 'connect',
  PROTOCOL_GARBAGE: 'connect', CRYPTO_LEGACY: 'connect', CRYPTO_NONE_COMMON: 'connect', SOURCE_PENALISED: 'connect', BASTION_LIMIT: 'connect', BASTION_FAILED: 'connect',
  HOST_REPLACED: 'probe', HOSTKEY_UNKNOWN: 'host-key', HOSTKEY_CHANGED: 'host-key',
  AUTH_REJECTED: 'authenticate', AUTH_METHOD_NOT_OFFERED: 'authenticate', AUTH_PASSWORD_EXPIRED: 'authenticate', AUTH_INTERACTIVE_2FA: 'authenticate', AUTH_PAUSED_BY_GUARD: 'authenticate', CREDENTIAL_OUT_OF_SCOPE: 'authenticate',
  SHELL_RESTRICTED: 'shell', PLATFORM_UNSUPPORTED: 'shell',
  SUDO_MISSING: 'privilege',
  CONNECTION_LOST: 'probe', CMD_TIMEOUT: 'probe', OUTPUT_TRUNCATED: 'probe', DISK_FULL_LOCAL: 'probe', CANCELLED: 'probe', DUPLICATE_HOST: 'probe',
  CRYPTO_EXCEPTION: 'connect',
  CLOCK_SKEW: 'clock',
};

/** Everything before the failing step went well, everything after it was not reached. */
export function stepsUntil(error: HostError, keyShown: boolean): PreflightStep[] {
  // A line that breaks before the key was shown is a matter of the connection, later one of the login.
  const lost = error.code === 'CONNECTION_LOST' && error.params['phase'] !== 'session';
  const failing = lost ? (keyShown ? 'authenticate' : 'connect') : STEP_OF[error.code];
  const at = STEPS.indexOf(failing);
  return STEPS.map((step, index) => ({ step, state: index < at ? 'ok' : index === at ? 'failed' : 'not-run', detail: index === at ? { code: error.code } : {} }));
}

/** A contact that brought facts: what is missing makes its step a warning. */
export function stepsOfRead({ facts }: Pick<ParsedProbe, 'facts'>, problems: readonly HostError[], durationMs: number): PreflightStep[] {
  const detail: Partial<Record<StepName, PreflightStep['detail']>> = {
    shell: { os: facts.os?.name ?? '', architecture: facts.os?.architecture ?? '' },
    privilege: { privilege: facts.privilege },
    probe: { sections: facts.sections.filter((section) => section.state === 'complete').length, of: facts.sections.length, durationMs },
    clock: facts.identity?.clockSkewSeconds === undefined ? {} : { seconds: facts.identity.clockSkewSeconds },
  };
  return STEPS.map((step) => {
    const problem = problems.find((each) => STEP_OF[each.code] === step);
    return { step, state: problem ? 'warning' : 'ok', detail: { ...detail[step], ...(problem ? { code: problem.code } : {}) } };
  });
}
