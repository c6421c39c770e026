import prelude from './script/prelude.sh?raw';
import main from './script/main.sh?raw';
import other from './script/other.sh?raw';
import type { SectionTable } from './section-declaration.ts';
import { PROBE_SECTIONS } from './probe-sections.ts';
import { PLATFORM_SECTIONS } from './platform-sections.ts';
import aix from './unix/aix.sh?raw';
import freebsd from './unix/freebsd.sh?raw';
import hpUx from './unix/hp-ux.sh?raw';
import solaris from './unix/solaris.sh?raw';
import unix from './unix/unix.sh?raw';
import windows from './windows/probe.ps1?raw';

const underscored = (name: string): string => name.replaceAll('-', '_');

/** `section <name> <function> <seconds> <bytes>` for each: the budgets of the declarations, as the script carries them. */
function registry(choice: string, rows: readonly (readonly [label: string, functionName: string, section: SectionTable])[]): string {
  return [
    '# ---- the sections: name, function, seconds, bytes -----------------------------------------------------------------',
    'run_section() {', `  case ${choice} in`,
    ...rows.map(([label, functionName, { name, seconds, bytes }]) => `    ${label}) section ${name} ${functionName} ${seconds} ${bytes} ;;`),
    '  esac', '}', '',
  ].join('\n');
}

/** Functions of unix.sh that serve all four systems; the other sections have one of the system's own. */
const SHARED_FUNCTIONS = ['identity', 'uptime', 'sockets'];
const UNIX_TEXTS = new Map([['aix', aix], ['solaris', solaris], ['hpux', hpUx], ['freebsd', freebsd]] as const);

function unixRows(): (readonly [string, string, SectionTable])[] {
  return [...UNIX_TEXTS].flatMap(([platform, text]) => PLATFORM_SECTIONS[platform].map((section) => {
    const own = `${platform}_${underscored(section.name)}`;
    const shared = SHARED_FUNCTIONS.includes(section.name) && !text.includes(`${own}()`);
    return [`${platform}:${section.name}`, shared ? `unix_${section.name}` : own, section] as const;
  }));
}
/** A system the script does not know says who it is, by the sections of Linux that start no more than uname. */
const unknownRows = PROBE_SECTIONS.filter(({ name }) => name === 'identity' || name === 'os').map((section) => [`:${section.name}`, `collect_${section.name}`, section] as const);

/** Linux first: a Linux host ends before the shell has read what other systems need. */
export const SHELL_SCRIPT = [
  prelude, ...PROBE_SECTIONS.map((section) => section.script),
  registry('$1', PROBE_SECTIONS.map((section) => [section.name, `collect_${underscored(section.name)}`, section])), main,
  unix, ...UNIX_TEXTS.values(), registry('"${LF_PLATFORM# }:$1"', [...unixRows(), ...unknownRows]), other,
].join('\n');

const budgets = PLATFORM_SECTIONS.windows.map(({ name, bytes }) => `'${name}' = ${bytes}`).join('; ');
export const WINDOWS_SCRIPT = `$budgets = @{ ${budgets} }\n${windows}`;
