import { randomBytes } from 'node:crypto';
import { buildDwell } from '../../../../agents/probes/dwell/build-dwell.ts';
import { DwellReader, type DwellPart } from '../../../../agents/probes/dwell/dwell-reader.ts';
import { dwellHost } from '../../../../agents/ssh/dwell-host.ts';
import type { HostError, ScanTarget } from '../../../../shared/model/scan.ts';
import { contactTarget, localUser, type ContactDesk, type RunCredential } from '../../scan/index.ts';
import type { DwellPace } from '../dwell-pace.ts';

export interface DwellContactOptions {
  readonly desk: ContactDesk;
  readonly target: ScanTarget;
  readonly credential: RunCredential;
  readonly jump: string | null;
  readonly useSudo: boolean;
  /** How long, by the timers of this process. */
  readonly durationMs: number;
  readonly pace: DwellPace;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** The machine known to be there; another one is not read. */
  readonly machineId: string | null;
  /** Called now and then, and with what is left at the end. */
  readonly store: (part: DwellPart) => void;
}

/** `again`: the guard gave no turn, nothing was tried; `cancelled`: stopped from here, what came is stored. */
export type DwellEnd = { readonly kind: 'done' | 'again' | 'cancelled' } | FailedDwell;
export interface FailedDwell { readonly kind: 'cut' | 'failed'; readonly error: HostError }

const NONCE_BYTES = 12;

/** One dwell on one host. What came is handed to `store` whatever ended it. Rejects only with what `store` throws. */
export async function dwellContact(options: DwellContactOptions): Promise<DwellEnd> {
  const { desk, target, credential, pace, durationMs, now } = options;
  const nonce = randomBytes(NONCE_BYTES).toString('hex');
  const reader = new DwellReader(nonce);
  const script = buildDwell({ nonce, useSudo: options.useSudo, seconds: durationMs / 1000 + 60 });
  let replaced = false;
  let storedAtMs = performance.now();
  let failure: { readonly error: unknown } | undefined;
  const store = (): void => {
    storedAtMs = performance.now();
    if (!replaced) options.store(reader.take());
  };
  const onText = (text: string): 'go' | 'stop' => {
    reader.push(text, now().getTime());
    const seen = reader.host?.machineId;
    replaced ||= options.machineId !== null && seen !== undefined && seen !== options.machineId;
    try {
      if (performance.now() - storedAtMs >= pace.storeEveryMs / pace.speed) store();
    } catch (error) {
      failure ??= { error };
    }
    return replaced || failure || reader.state === 'flooded' || reader.state === 'unsupported' ? 'stop' : 'go';
  };
  const result = await contactTarget(target, credential, target.jump ?? options.jump, {
    gate: desk.gate, book: desk.book, crypto: desk.crypto, passwordTries: desk.passwordTries, jumps: desk.jumps, script, signal: options.signal, now, localUser: localUser(),
    read: async (dial, open) => {
      const startedAtMs = performance.now();
      const { handshake, problems } = await dwellHost(dial, { ...open, script, intervalMs: pace.intervalMs / pace.speed, durationMs, onText });
      return { text: '', bytes: 0, handshake, problems, durationMs: performance.now() - startedAtMs };
    },
  });
  if (failure) throw failure.error;
  store();
  if (replaced) return { kind: 'failed', error: { code: 'HOST_REPLACED', params: { host: target.host, port: target.port } } };
  if (reader.state === 'unsupported') return { kind: 'failed', error: { code: 'PLATFORM_UNSUPPORTED', params: { host: target.host, port: target.port } } };
  if (result.kind === 'again' || result.kind === 'cancelled') return { kind: result.kind };
  if (result.kind !== 'read') return { kind: 'failed', error: result.error };
  const [problem] = result.scan.problems.filter((each) => each.code !== 'CRYPTO_EXCEPTION');
  return problem ? { kind: 'cut', error: problem } : { kind: 'done' };
}
