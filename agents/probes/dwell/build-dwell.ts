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

/** The exact script every dwell sends, and its digest; the settings line before it is not part of it. */
export function dwellSheet(): { readonly script: string; readonly sha256: string } {
  return { script: SCRIPT, sha256: bytesToHex(sha256(utf8ToBytes(SCRIPT))) };
}
