import type { SectionName } from '../../shared/model/host-facts.ts';
import { PROBE_SECTIONS } from './probe-sections.ts';
import { SHELL_SCRIPT, WINDOWS_SCRIPT } from './probe-scripts.ts';

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

/** An exec command of plain words and the script on its stdin. */
export interface ProbeText {
  readonly command: string;
  readonly stdin: string;
}

/** What a session runs. */
export interface Probe extends ProbeText {
  /** The answer begins with a line that starts with this; what comes before is noise of login files. */
  readonly beginMarker: string;
  /** The whole answer has arrived when a line starts with this. */
  readonly endMarker: string;
  /** What to run instead on a server that names itself so in its first line; undefined: what stands above. */
  readonly forServer: (ident: string) => ProbeText | undefined;
}

const NONCE = /^[0-9a-f]{24}$/;
const PLAIN_COMMAND = 'exec env LC_ALL=C LANG=C /bin/sh -s';
/** LF_LISTED: no root shell is allowed; the script then asks whether single commands are (docs/adr/0008). */
const SUDO_COMMAND = "exec env LC_ALL=C LANG=C /bin/sh -c 'sudo -n /bin/sh -s || exec env LF_LISTED=1 /bin/sh -s'";
/** Up to Solaris 10 /bin/sh is older than POSIX: the first one that is not runs the script. */
const solarisCommand = (useSudo: boolean): string =>
  `exec env LC_ALL=C LANG=C /bin/sh -c 'for s in /usr/xpg4/bin/sh /bin/bash /usr/bin/ksh /bin/sh; do test -x $s && { ${useSudo ? 'sudo -n $s -s || exec env LF_LISTED=1 $s -s' : 'exec $s -s'}; }; done'`;
/** Reads the script from stdin to its end: PowerShell itself would run it line by line. The script answers in UTF-8 whatever the code page. */
const WINDOWS_BOOTSTRAP = "$ProgressPreference='SilentlyContinue';$s=[Console]::In.ReadToEnd();. ([ScriptBlock]::Create($s))";

function utf16Base64(text: string): string {
  return btoa(Array.from(text, (char) => `${String.fromCharCode(char.charCodeAt(0) & 255)}${String.fromCharCode(char.charCodeAt(0) >> 8)}`).join(''));
}
const WINDOWS_COMMAND = `powershell -NoProfile -NonInteractive -EncodedCommand ${utf16Base64(WINDOWS_BOOTSTRAP)}`;

/** Throws RangeError when the nonce is not 24 hexadecimal digits: it becomes part of a script. */
export function buildProbe({ nonce, useSudo, sections, windowSeconds = 2 }: ProbeOptions): Probe {
  if (!NONCE.test(nonce)) throw new RangeError('A probe nonce is 24 hexadecimal digits');
  const asked = PROBE_SECTIONS.map((section) => section.name).filter((name) => sections === undefined || sections.includes(name)).join(' ');
  const seconds = Math.min(30, Math.max(1, Math.round(windowSeconds)));
  const stdin = `LF_NONCE='${nonce}'; LF_SECTIONS='${asked}'; LF_WINDOW_SECONDS=${seconds}\n${SHELL_SCRIPT}`;
  const forServer = (ident: string): ProbeText | undefined => {
    if (ident.includes('OpenSSH_for_Windows')) return { command: WINDOWS_COMMAND, stdin: `$LF_NONCE='${nonce}'; $LF_SECTIONS='${asked}'; $LF_WINDOW_SECONDS=${seconds}\n${WINDOWS_SCRIPT}` };
    return ident.includes('Sun_SSH') ? { command: solarisCommand(useSudo), stdin } : undefined;
  };
  return { command: useSudo ? SUDO_COMMAND : PLAIN_COMMAND, stdin, beginMarker: `@${nonce} BEGIN `, endMarker: `@${nonce} END `, forServer };
}
