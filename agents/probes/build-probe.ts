import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SectionName } from '../../shared/model/host-facts.ts';
import prelude from './script/prelude.sh?raw';
import main from './script/main.sh?raw';
import { PROBE_SECTIONS } from './probe-sections.ts';

export interface ProbeOptions {
  /** 24 hexadecimal digits, fresh for each contact, so that nothing on the host can forge a frame. */
  readonly nonce: string;
  /** Try `sudo -n` first: it never prompts, writes one line into the host's log, and falls back to the account itself. */
  readonly useSudo: boolean;
  /** All sections when left out. */
  readonly sections?: readonly SectionName[];
  /** Seconds between the two readings of `utilisation`. */
  readonly windowSeconds?: number;
}

/** What a session runs: an exec command of plain words (any login shell takes it) and the script on its stdin. */
export interface Probe {
  readonly command: string;
  readonly stdin: string;
  /** The answer begins with a line that starts with this; what comes before is noise of login files. */
  readonly beginMarker: string;
  /** The whole answer has arrived when a line starts with this. */
  readonly endMarker: string;
}

export interface ProbeSheet {
  readonly script: string;
  /** Hexadecimal digest of `script`; the settings line sent before it is not part of it. */
  readonly sha256: string;
  readonly sections: readonly { readonly name: SectionName; readonly commands: readonly string[]; readonly reads: readonly string[] }[];
}

const NONCE = /^[0-9a-f]{24}$/;
const PLAIN_COMMAND = 'exec env LC_ALL=C LANG=C /bin/sh -s';
const SUDO_COMMAND = "exec env LC_ALL=C LANG=C /bin/sh -c 'sudo -n /bin/sh -s || exec /bin/sh -s'";
/** `section <name> <function> <seconds> <bytes>` for each: the budgets of the declarations, as the script carries them. */
const registry = [
  '# ---- the sections: name, function, seconds, bytes -----------------------------------------------------------------',
  'run_section() {', '  case $1 in',
  ...PROBE_SECTIONS.map(({ name, seconds, bytes }) => `    ${name}) section ${name} collect_${name.replaceAll('-', '_')} ${seconds} ${bytes} ;;`),
  '  esac', '}', '',
].join('\n');
const SCRIPT = [prelude, ...PROBE_SECTIONS.map((section) => section.script), registry, main].join('\n');

/** Throws RangeError when the nonce is not 24 hexadecimal digits: it becomes part of a script. */
export function buildProbe({ nonce, useSudo, sections, windowSeconds = 2 }: ProbeOptions): Probe {
  if (!NONCE.test(nonce)) throw new RangeError('A probe nonce is 24 hexadecimal digits');
  const asked = PROBE_SECTIONS.map((section) => section.name).filter((name) => sections === undefined || sections.includes(name));
  const seconds = Math.min(30, Math.max(1, Math.round(windowSeconds)));
  const settings = `LF_NONCE='${nonce}'; LF_SECTIONS='${asked.join(' ')}'; LF_WINDOW_SECONDS=${seconds}`;
  return { command: useSudo ? SUDO_COMMAND : PLAIN_COMMAND, stdin: `${settings}\n${SCRIPT}`, beginMarker: `@${nonce} BEGIN `, endMarker: `@${nonce} END ` };
}

/** The exact script every host is sent, its digest, and what each section starts and reads. */
export function probeSheet(): ProbeSheet {
  return {
    script: SCRIPT,
    sha256: bytesToHex(sha256(utf8ToBytes(SCRIPT))),
    sections: PROBE_SECTIONS.map(({ name, programs, reads }) => ({ name, commands: programs.map(({ words }) => words), reads })),
  };
}
