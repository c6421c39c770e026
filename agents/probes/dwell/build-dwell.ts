import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import prelude from '../script/prelude.sh?raw';
import dwell from './dwell.sh?raw';

export interface DwellOptions {
  /** 24 hexadecimal digits, fresh for each dwell, so that nothing on the host can forge a frame. */
  readonly nonce: string;
  /** As in a scan: `sudo -n` first, then the account itself. */
  readonly useSudo: boolean;
  /** The script ends by itself after this time of the host's own clock. */
  readonly seconds: number;
}

/** What a held channel runs. The script waits on stdin: each `sampleLine` asks for a sample, `endLine` for the end. */
export interface DwellScript {
  readonly command: string;
  readonly stdin: string;
  readonly beginMarker: string;
  readonly endMarker: string;
  readonly sampleLine: string;
  readonly endLine: string;
}

const NONCE = /^[0-9a-f]{24}$/;
const PLAIN_COMMAND = 'exec env LC_ALL=C LANG=C /bin/sh -s';
const SUDO_COMMAND = "exec env LC_ALL=C LANG=C /bin/sh -c 'sudo -n /bin/sh -s || exec /bin/sh -s'";
/** Longer than any window of a day. */
const MAX_SECONDS = 24 * 3600;
const SCRIPT = `${prelude}\n${dwell}`;

/** Throws RangeError when the nonce is not 24 hexadecimal digits or the time is no number: both become part of a script. */
export function buildDwell({ nonce, useSudo, seconds }: DwellOptions): DwellScript {
  if (!NONCE.test(nonce)) throw new RangeError('A nonce is 24 hexadecimal digits');
  if (!Number.isFinite(seconds)) throw new RangeError('The time of a dwell is a number of seconds');
  const bounded = Math.min(MAX_SECONDS, Math.max(1, Math.ceil(seconds)));
  return {
    command: useSudo ? SUDO_COMMAND : PLAIN_COMMAND,
    stdin: `LF_NONCE='${nonce}'; LF_SECONDS=${bounded}\n${SCRIPT}`,
    beginMarker: `@${nonce} BEGIN `,
    endMarker: `@${nonce} END `,
    sampleLine: 't\n',
    endLine: 'q\n',
  };
}

/** Programs the script starts, beside the shell's own words. */
const COMMANDS = ['id -u', 'renice -n 19 -p', 'ionice -c 3 -p', 'timeout -k 1', 'uname -s', 'uname -n', 'uname -m', 'ls -l /proc/<pid>/ns/net', 'ls -l /proc/<pid>/fd', 'awk', 'head -n 60', 'tr', 'sed -n', 'sh -c read'];
/** Files it reads; nothing is written. */
const READS = ['/proc/uptime', '/proc/stat', '/proc/meminfo', '/proc/diskstats', '/proc/net/dev', '/proc/<pid>/net/{tcp,tcp6,udp,udp6}', '/proc/<pid>/stat', '/proc/<pid>/environ', '/proc/sys/kernel/random/boot_id', '/etc/machine-id', '/sys/block', '/sys/class/net'];

export interface DwellSheet {
  readonly script: string;
  /** Hexadecimal digest of `script`; the settings line sent before it is not part of it. */
  readonly sha256: string;
  readonly commands: readonly string[];
  readonly reads: readonly string[];
}

/** The exact script every dwell sends, its digest, and what it starts and reads. */
export function dwellSheet(): DwellSheet {
  return { script: SCRIPT, sha256: bytesToHex(sha256(utf8ToBytes(SCRIPT))), commands: COMMANDS, reads: READS };
}
