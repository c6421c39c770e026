import type { HostError } from '../../shared/model/scan.ts';
import type { Dial } from './dial.ts';
import { HostFailure } from './host-failure.ts';
import type { OpenOptions } from './open-options.ts';
import { openSession } from './open-session.ts';
import type { RunResult } from './run-command.ts';
import type { Handshake, Session } from './session.ts';

/** What to run, and how its answer begins and ends. `agents/probes` builds it; this side never looks inside. */
export interface HostScript {
  readonly command: string;
  readonly stdin: string;
  readonly beginMarker: string;
  readonly endMarker: string;
  /** What to run instead on a server with this identification; left out or undefined: what stands above. */
  readonly forServer?: (ident: string) => { readonly command: string; readonly stdin: string } | undefined;
}

export interface ScanHostOptions extends OpenOptions {
  readonly script: HostScript;
  /** Default 4 MiB. */
  readonly maxBytes?: number;
  /** For the script alone, after the handshake. Default 45,000. */
  readonly timeoutMs?: number;
}

export interface HostScan {
  /** The answer as it came, bytes that are not UTF-8 replaced. May be cut: see `problems`. */
  readonly text: string;
  readonly bytes: number;
  readonly handshake: Handshake;
  /** OUTPUT_TRUNCATED, CMD_TIMEOUT or CONNECTION_LOST when the end marker never came. */
  readonly problems: readonly HostError[];
  readonly durationMs: number;
}

const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 45_000;
/** Software names of machines that have no POSIX shell to offer. */
const NO_SHELL = /OpenSSH_for_Windows|Comware|ROSSSH|Cisco|HUAWEI|Mocana|RomSShell/i;
const EXPIRED = /password has expired|password change required|must change your password/i;

function problemsOf(result: RunResult, timeoutMs: number, handshake: Handshake): HostError[] {
  if (result.ended === 'bytes') return [{ code: 'OUTPUT_TRUNCATED', params: { bytes: result.stdout.length } }];
  if (result.ended === 'timeout') return [{ code: 'CMD_TIMEOUT', params: { seconds: timeoutMs / 1000 } }];
  if (result.ended === 'marker') return [];
  return [{ code: 'CONNECTION_LOST', params: { host: handshake.hostKey.host, port: handshake.hostKey.port, phase: 'session' } }];
}

/** Software that offers no POSIX shell, by what it calls itself in its first line. */
export function hasNoShell(ident: string): boolean {
  return NO_SHELL.test(ident);
}

/** No answer at all: the account has no usable shell, or something stands before it. `cut`: what ended the channel, unless it closed by itself. */
export function noAnswer({ said, exitCode }: { readonly said: string; readonly exitCode: number | undefined }, user: string, cut: readonly HostError[]): HostFailure {
  if (EXPIRED.test(said)) return new HostFailure('AUTH_PASSWORD_EXPIRED', { user });
  const [first] = cut;
  if (first) return new HostFailure(first.code, first.params);
  return new HostFailure('SHELL_RESTRICTED', { user, exitCode: exitCode ?? '' });
}

async function runScript(session: Session, user: string, options: ScanHostOptions): Promise<Omit<HostScan, 'durationMs'>> {
  const { script, signal, maxBytes = DEFAULT_MAX_BYTES, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const { handshake } = session;
  const own = script.forServer?.(handshake.ident);
  if (!own && hasNoShell(handshake.ident)) throw new HostFailure('PLATFORM_UNSUPPORTED', { platform: handshake.ident.slice(8, 80) });
  const { command, stdin } = own ?? script;
  const result = await session.run({ command, stdin, until: script.endMarker, maxBytes, timeoutMs, signal });
  const problems = problemsOf(result, timeoutMs, handshake);
  const text = result.stdout.toString('utf8');
  if (!text.includes(script.beginMarker)) {
    const said = `${result.stderr.toString('latin1')}\n${result.stdout.subarray(0, 4096).toString('latin1')}`;
    throw noAnswer({ said, exitCode: result.exitCode }, user, result.ended === 'closed' ? [] : problems);
  }
  return { text, bytes: result.stdout.length, handshake, problems };
}

/**
 * One contact: connect, run the script, hang up. Rejects with HostFailure when nothing was learned; a scan that was cut resolves
 * with what came and the problem that cut it.
 */
export async function scanHost(dial: Dial, options: ScanHostOptions): Promise<HostScan> {
  const startedAt = options.now().getTime();
  const session = await openSession(dial, options);
  try {
    const scan = await runScript(session, dial.user, options);
    return { ...scan, durationMs: options.now().getTime() - startedAt };
  } finally {
    session.close(options.signal.aborted);
  }
}
