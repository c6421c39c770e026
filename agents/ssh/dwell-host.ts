import { StringDecoder } from 'node:string_decoder';
import type { HostError } from '../../shared/model/scan.ts';
import type { Dial } from './dial.ts';
import { MarkerSearch } from './run-command.ts';
import type { HoldResult } from './hold-channel.ts';
import { HostFailure } from './host-failure.ts';
import type { OpenOptions } from './open-options.ts';
import { openSession } from './open-session.ts';
import type { HostScript } from './scan-host.ts';
import { hasNoShell, noAnswer } from './scan-host.ts';
import type { Handshake, Session } from './session.ts';

/** A script that waits on stdin; `agents/probes` builds it, this side never looks inside. */
export interface HeldScript extends HostScript {
  readonly sampleLine: string;
  readonly endLine: string;
}

export interface DwellHostOptions extends OpenOptions {
  readonly script: HeldScript;
  /** Between two samples. */
  readonly intervalMs: number;
  /** From the first answer on; then the script is asked to end. */
  readonly durationMs: number;
  /** Each piece as it comes, bytes that are not UTF-8 replaced; `stop` hangs up at once. */
  readonly onText: (text: string) => 'go' | 'stop';
}

export interface HostDwell {
  readonly handshake: Handshake;
  /** Empty when the script said its own end; else OUTPUT_TRUNCATED (`onText` stopped it), CMD_TIMEOUT or CONNECTION_LOST. */
  readonly problems: readonly HostError[];
}

/** A host that does not end by itself when asked is hung up on after this time. */
const END_GRACE_MS = 20_000;
const FIRST_ANSWER_MS = 30_000;

interface Told { began: boolean; ended: boolean; stopped: boolean; first: string }

async function dwell(session: Session, options: DwellHostOptions, told: Told) {
  const { script, intervalMs, durationMs, onText } = options;
  const [begin, end] = [new MarkerSearch(script.beginMarker), new MarkerSearch(script.endMarker)];
  const decoder = new StringDecoder('utf8');
  let timers: NodeJS.Timeout[] = [];
  const firstAnswer = new AbortController();
  const patience = setTimeout(() => firstAnswer.abort(), FIRST_ANSWER_MS);
  const signal = AbortSignal.any([options.signal, firstAnswer.signal]);
  try {
    return await session.hold({
      command: script.command, stdin: script.stdin, signal, timeoutMs: FIRST_ANSWER_MS + durationMs + END_GRACE_MS,
      onData: (chunk, channel) => {
        if (!told.began) told.first = (told.first + chunk.toString('latin1')).slice(0, 4096);
        if (!told.began && begin.push(chunk)) {
          told.began = true;
          clearTimeout(patience);
          timers = [setInterval(() => channel.write(script.sampleLine), intervalMs), setTimeout(() => { clearInterval(timers[0]); channel.write(script.endLine); }, durationMs), setTimeout(() => channel.end(), durationMs + END_GRACE_MS)];
        }
        told.stopped = onText(decoder.write(chunk)) === 'stop';
        told.ended = end.push(chunk);
        if (told.stopped || told.ended) channel.end();
      },
    });
  } catch (error) {
    if (firstAnswer.signal.aborted && !options.signal.aborted) throw new HostFailure('CMD_TIMEOUT', { seconds: FIRST_ANSWER_MS / 1000 });
    throw error;
  } finally {
    clearTimeout(patience);
    for (const timer of timers) clearTimeout(timer);
  }
}

function problemsOf(result: HoldResult, told: Told, { durationMs }: DwellHostOptions, { hostKey: { host, port } }: Handshake): HostError[] {
  if (told.ended) return [];
  if (told.stopped) return [{ code: 'OUTPUT_TRUNCATED', params: {} }];
  if (result.ended === 'timeout' || result.ended === 'ended') return [{ code: 'CMD_TIMEOUT', params: { seconds: durationMs / 1000 } }];
  return [{ code: 'CONNECTION_LOST', params: { host, port, phase: 'session' } }];
}

/**
 * One long contact: connect, hold one channel, ask for a sample each interval, hang up. Rejects with HostFailure when nothing
 * was learned or it was cancelled; a dwell that was cut resolves with the problem that cut it.
 */
export async function dwellHost(dial: Dial, options: DwellHostOptions): Promise<HostDwell> {
  const session = await openSession(dial, options);
  try {
    const { handshake } = session;
    if (hasNoShell(handshake.ident)) throw new HostFailure('PLATFORM_UNSUPPORTED', { platform: handshake.ident.slice(8, 80) });
    const told: Told = { began: false, ended: false, stopped: false, first: '' };
    const result = await dwell(session, options, told);
    const problems = problemsOf(result, told, options, handshake);
    if (!told.began) throw noAnswer({ said: `${result.stderr.toString('latin1')}\n${told.first}`, exitCode: result.exitCode }, dial.user, result.ended === 'closed' ? [] : problems);
    return { handshake, problems };
  } finally {
    session.close();
  }
}
