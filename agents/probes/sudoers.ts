import { ACCOUNT_NAME } from '../../shared/model/probe-platform.ts';
import { PROBE_SECTIONS } from './probe-sections.ts';
import { probeSheet } from './probe-sheet.ts';

export interface SudoersTexts {
  /** The whole script as root: one rule, one line in the host's log for each contact. */
  readonly script: string;
  /** Single commands with exact arguments, no wildcards; what only root may read in /proc and /etc stays unread. */
  readonly commands: string;
}

const FOLDERS = ['/usr/sbin', '/sbin', '/usr/bin'];

/** sudoers(5): these stand for themselves in arguments only behind a backslash. `*`, `?` and `[` never occur: they would match more than they say. */
function escapeArguments(words: string): string {
  return words.replace(/[\\,:=#]/g, (char) => `\\${char}`);
}

/** Programs that tell more to root and take no argument from the host: with arguments of the host's own there is nothing fixed to allow. */
export function rootCommands(): readonly string[] {
  const fixed = PROBE_SECTIONS.flatMap(({ programs }) => programs.filter(({ words, asRoot }) => asRoot === true && !/[{}*?[\]]/.test(words)).map(({ words }) => words));
  return [...new Set(fixed)];
}

/** Both kinds of sudoers file for `account`. Throws RangeError when the account is no name of one. */
export function sudoersTexts(account: string): SudoersTexts {
  if (!ACCOUNT_NAME.test(account)) throw new RangeError('An account name holds letters, digits, dots, hyphens and underscores');
  const head = (what: string): string => `# Landfall, ${what}\n# Script SHA-256 ${probeSheet('linux').sha256}\n# Keep as /etc/sudoers.d/landfall, mode 0440, owner root; check with: visudo -cf FILE\n`;
  // A program named alone would be allowed with any arguments, and `iptables-save -f FILE` writes one: "" allows none.
  const listed = rootCommands().flatMap((words) => FOLDERS.map((folder) => `${folder}/${escapeArguments(words)}${words.includes(' ') ? '' : ' ""'}`));
  return {
    script: `${head('the scan script as root')}Defaults:${account} !requiretty\n${account} ALL=(root) NOPASSWD: /bin/sh -s\n`,
    commands: `${head('single commands as root')}Defaults:${account} !requiretty\nCmnd_Alias LANDFALL = \\\n    ${listed.join(', \\\n    ')}\n${account} ALL=(root) NOPASSWD: LANDFALL\n`,
  };
}
