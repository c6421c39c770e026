import type { Instance } from './group-instances.ts';
import type { PackageHit } from './match-packages.ts';
import type { SoftwareClues } from './read-clues.ts';

/** Programs under these are not what the distribution's package holds. */
const BY_HAND = ['/usr/local/', '/opt/', '/home/', '/data/', '/srv/', '/root/', '/u01/'];
const PACKAGED = ['/usr/', '/bin/', '/sbin/', '/lib/', '/var/lib/'];

/** The first number with a dot in a text: `nginx version: nginx/1.22.1` → `1.22.1`. */
export function numberIn(text: string): string | undefined {
  return /\d{1,5}\.\d[0-9A-Za-z.]{0,30}/.exec(text.slice(0, 400))?.[0].replace(/\.+$/, '');
}

/** `/opt/apache-tomcat-9.0.50/lib` with `apache-tomcat-` → `9.0.50` */
export function versionInPath(text: string, starts: readonly string[]): string | undefined {
  for (const start of starts) {
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      const found = /^[vV]?\d[\d.]*/.exec(text.slice(at + start.length, at + start.length + 40))?.[0].replace(/\.$/, '');
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export function isByHand(program: string | undefined): boolean {
  return program !== undefined && BY_HAND.some((start) => program.startsWith(start));
}

/** What an interpreter runs was put there by hand when one of its arguments says so: `-Dcatalina.home=/opt/tomcat`. */
export function runsByHand(commandLine: string): boolean {
  return BY_HAND.some((start) => commandLine.includes(` ${start}`) || commandLine.includes(`=${start}`));
}

/**
 * The package a running program came from; several versions may be installed beside each other. One named with its number goes
 * before one that only leads to it (php8.2-fpm before php-fpm).
 */
export function packageOf(hits: readonly PackageHit[], program: string | undefined, major: string | undefined): PackageHit | undefined {
  if (isByHand(program) || (program !== undefined && !PACKAGED.some((start) => program.startsWith(start)))) return undefined;
  const numberOf = (hit: PackageHit): string | undefined => /\d[\d.]*/.exec(hit.name)?.[0];
  const fits = (number: string | undefined): boolean => number !== undefined && (program?.includes(`/${number}/`) === true || program?.includes(`-${number}/`) === true);
  return hits.find((hit) => fits(numberOf(hit))) ?? hits.find((hit) => major !== undefined && hit.version?.split('.')[0] === major.split('.')[0]) ?? hits.find((hit) => numberOf(hit) !== undefined) ?? hits[0];
}

function homeOf(commandLine: string, option: string): string | undefined {
  const at = commandLine.indexOf(option);
  return at < 0 ? undefined : commandLine.slice(at + option.length).split(' ', 1)[0];
}

/** The version of a running instance: what the program says, its own files, its package, at last the name of its folder. */
export function findVersion(instance: Instance, program: string | undefined, clues: SoftwareClues, found: PackageHit | undefined, dataPaths: readonly string[]): string | undefined {
  const said = program === undefined ? undefined : clues.programVersions.get(program);
  if (said !== undefined) return numberIn(said);
  const commandLine = instance.master.commandLine ?? '';
  const tomcat = clues.files.get(`${homeOf(commandLine, '-Dcatalina.home=') ?? ''}/RELEASE-NOTES`);
  if (instance.rule.id === 'tomcat' && tomcat !== undefined) return numberIn(tomcat);
  if (found?.version !== undefined) return found.version;
  const major = dataPaths.flatMap((path) => clues.files.get(`${path}/PG_VERSION`) ?? [])[0];
  return versionInPath(`${program ?? ''} ${commandLine}`, instance.rule.path ?? []) ?? major;
}
