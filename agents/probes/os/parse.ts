import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { defined, keyValues } from '../key-values.ts';

type OsFacts = NonNullable<HostFacts['os']>;

const FAMILIES = new Map<string, OsFacts['family']>([['Linux', 'linux'], ['SunOS', 'solaris'], ['AIX', 'aix'], ['HP-UX', 'hpux'], ['FreeBSD', 'freebsd'], ['Darwin', 'macos']]);
/** First words of a one-line release file, for systems older than os-release. */
const RELEASE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^CentOS/i, 'centos'], [/^Red Hat/i, 'rhel'], [/^Oracle/i, 'ol'], [/^Rocky/i, 'rocky'], [/^AlmaLinux/i, 'almalinux'], [/^openEuler/i, 'openeuler'],
  [/kylin/i, 'kylin'], [/^(uos|UnionTech)/i, 'uos'], [/^Anolis/i, 'anolis'], [/^SUSE/i, 'sles'], [/^Fedora/i, 'fedora'], [/^Asianux/i, 'asianux'],
];
const RELEASE_FILES = ['/etc/centos-release', '/etc/openEuler-release', '/etc/anolis-release', '/etc/uos-release', '/etc/kylin-release', '/etc/neokylin-release', '/etc/redhat-release', '/etc/SuSE-release'];

/** `path` → its lines. */
function files(lines: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (!line.startsWith('/') || colon < 0) continue;
    const path = line.slice(0, colon);
    const known = found.get(path) ?? [];
    known.push(line.slice(colon + 1));
    found.set(path, known);
  }
  return found;
}

/** KEY=value lines, quotes taken off; never evaluated. */
function assignments(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const equals = line.indexOf('=');
    if (equals <= 0) continue;
    const value = line.slice(equals + 1).trim();
    const quoted = value.length >= 2 && (value.startsWith('"') || value.startsWith("'")) && value.endsWith(value.charAt(0));
    found.set(line.slice(0, equals).trim(), quoted ? value.slice(1, -1) : value);
  }
  return found;
}

const versionIn = (text: string | undefined): string | undefined => /\b(\d+(?:\.\d+){0,3}|V\d+)\b/.exec(text ?? '')?.[1];

/** The minor release that os-release leaves out (CentOS 7 → 7.9.2009, Debian 12 → 12.11), when a release file goes on from it. */
function finerVersion(version: string | undefined, id: string, found: ReadonlyMap<string, readonly string[]>): string | undefined {
  const file = id === 'debian' ? found.get('/etc/debian_version') : id === 'centos' ? (found.get('/etc/centos-release') ?? found.get('/etc/redhat-release')) : undefined;
  const finer = versionIn(file?.[0]);
  return version === undefined || finer?.startsWith(`${version}.`) === true ? (finer ?? version) : version;
}

function linux(found: ReadonlyMap<string, readonly string[]>): { id: string; name: string; version: string | undefined } {
  const release = assignments(found.get('/etc/os-release') ?? found.get('/usr/lib/os-release') ?? []);
  const id = release.get('ID')?.toLowerCase();
  if (id !== undefined && id !== '') {
    const version = finerVersion(release.get('VERSION_ID'), id, found);
    return { id, name: release.get('PRETTY_NAME') ?? release.get('NAME') ?? id, version };
  }
  const line = RELEASE_FILES.map((path) => found.get(path)?.[0]).find((text) => text !== undefined && text !== '');
  if (line !== undefined) {
    const suse = assignments(found.get('/etc/SuSE-release') ?? []);
    const patch = suse.get('PATCHLEVEL');
    const version = suse.has('VERSION') ? `${suse.get('VERSION')}${patch === undefined || patch === '0' ? '' : `.${patch}`}` : versionIn(line);
    return { id: RELEASE_NAMES.find(([pattern]) => pattern.test(line))?.[1] ?? 'linux', name: line.trim(), version };
  }
  const debian = found.get('/etc/debian_version')?.[0];
  if (debian !== undefined) return { id: 'debian', name: `Debian GNU/Linux ${debian}`, version: versionIn(debian) };
  const alpine = found.get('/etc/alpine-release')?.[0];
  if (alpine !== undefined) return { id: 'alpine', name: `Alpine Linux ${alpine}`, version: versionIn(alpine) };
  return { id: 'linux', name: 'Linux', version: undefined };
}

export function parseOs(lines: readonly string[]): HostFacts['os'] {
  const values = keyValues(lines);
  const system = values.get('system');
  const architecture = values.get('architecture');
  if (system === undefined || architecture === undefined) return undefined;
  const family = FAMILIES.get(system) ?? 'other';
  const boot = values.get('boot');
  const found = family === 'linux' ? linux(files(lines)) : { id: system.toLowerCase(), name: system, version: values.get('kernel') };
  return {
    family,
    id: found.id.slice(0, 64),
    name: found.name.slice(0, 200),
    architecture,
    ...defined({ version: found.version, kernel: values.get('kernel'), bootMode: boot === 'uefi' || boot === 'bios' ? boot : undefined }),
  };
}
