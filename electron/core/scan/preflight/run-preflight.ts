import { parseProbe } from '../../../../agents/probes/parse-probe.ts';
import type { z } from 'zod';
import type { scanContract } from '../../../../shared/contract/scan.ts';
import { HOST_ERROR_CODES, type HostKeyPolicy, type ScanTarget } from '../../../../shared/model/scan.ts';
import type { CoreContext } from '../../context/core-context.ts';
import { noteRefusals } from '../credentials/note-refusals.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import { findHostKey } from '../host-keys/store.ts';
import { newProbe, openContactDesk } from '../run/contact-desk.ts';
import { contactTarget, type ContactResult } from '../run/contact-target.ts';
import { pathOf } from '../run/dial-plan.ts';
import { nameHost } from '../run/explain-contact.ts';
import { mergeProblems } from '../run/merge-problems.ts';
import { localUser } from '../run/local-user.ts';
import { stepsOfRead, stepsUntil } from './preflight-steps.ts';

export interface PreflightOptions {
  readonly target: ScanTarget;
  readonly policy: HostKeyPolicy;
  readonly credential: RunCredential;
  readonly jump: string | null;
  readonly useSudo: boolean;
  readonly signal: AbortSignal;
}
export type PreflightResult = z.input<(typeof scanContract)['scan.runPreflight']['output']>;

/** One whole contact with one host, through the same guard as a run; nothing of it is stored but the host key. */
export async function runPreflight(context: CoreContext, options: PreflightOptions): Promise<PreflightResult> {
  const { target, policy, credential, jump, useSudo, signal } = options;
  const database = context.database();
  const desk = openContactDesk({ database, policy, by: context.userName(), now: context.now, apartEntry: context.apartEntry });
  const startedMs = performance.now();
  const { nonce, ...script } = newProbe(useSudo);
  try {
    const result = await contactTarget(target, credential, target.jump ?? jump, { ...desk, script, signal, now: context.now, localUser: localUser() });
    if (result.kind === 'skipped' && result.error.code === 'CREDENTIAL_OUT_OF_SCOPE') noteRefusals(database, credential, 1, context.userName());
    const hostKey = findHostKey(database, target.host, target.port, pathOf(target.jump ?? jump), shownFingerprint(result)) ?? null;
    if (result.kind === 'again' || result.kind === 'cancelled') return { ...failed({ code: 'CANCELLED', params: {} }, false), hostKey };
    if (result.kind !== 'read') return { ...failed(result.error, result.decision !== undefined), hostKey };
    const durationMs = Math.round(performance.now() - startedMs);
    const parsed = parseProbe(result.scan.text, { nonce, collectedAt: context.now().toISOString(), sudoAsked: useSudo });
    const place = { host: target.host, port: target.port, user: target.user ?? credential.user ?? localUser() };
    const problems = mergeProblems(result.scan.problems, parsed.problems).map((problem) => nameHost(problem, place));
    const worst = problems.find((problem) => HOST_ERROR_CODES[problem.code].severity !== 'note') ?? null;
    return { steps: stepsOfRead(parsed, problems, durationMs), error: worst, hostKey };
  } finally {
    desk.close();
  }
}

function failed(error: Parameters<typeof stepsUntil>[0], keyShown: boolean): Pick<PreflightResult, 'steps' | 'error'> {
  return { steps: stepsUntil(error, keyShown), error };
}

function shownFingerprint(result: ContactResult): string | undefined {
  if (result.kind === 'read') return result.scan.handshake.hostKey.fingerprintSha256;
  const fingerprint = result.kind === 'failed' ? result.error.params['fingerprint'] : undefined;
  return typeof fingerprint === 'string' ? fingerprint : undefined;
}
