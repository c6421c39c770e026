import type { NetworkSetupFacts } from '../../../shared/model/network-setup-facts.ts';
import { defined } from '../key-values.ts';

/** One directive of one file: `conf /etc/chrony.conf server 10.1.1.1`. */
interface Setting { readonly file: string; readonly directive: string; readonly value: string }
type Settings = Pick<NetworkSetupFacts, 'dnsServers' | 'searchDomains' | 'timeServers' | 'directory' | 'proxies' | 'virtualAddresses'>;

const LOOPBACK = /^(127\.|::1$|localhost$)/;
const SERVERS = ['ad_server', 'ipa_server', 'ldap_uri', 'uri', 'host', 'krb5_server', 'password_server'];
const DOMAINS = ['ad_domain', 'ipa_domain', 'domains', 'default_realm', 'realm'];
const MOST = 64;

type ByDirective = ReadonlyMap<string, readonly Setting[]>;

function sortSettings(lines: readonly string[]): ByDirective {
  const found = new Map<string, Setting[]>();
  for (const line of lines) {
    if (!line.startsWith('conf ')) continue;
    const afterFile = line.indexOf(' ', 5);
    const afterDirective = line.indexOf(' ', afterFile + 1);
    if (afterFile < 0 || afterDirective < 0) continue;
    const setting: Setting = { file: line.slice(5, afterFile), directive: line.slice(afterFile + 1, afterDirective), value: line.slice(afterDirective + 1) };
    const known = found.get(setting.directive);
    if (known) known.push(setting);
    else found.set(setting.directive, [setting]);
  }
  return found;
}

/** Values of some directives, in the order of the directives. */
function valuesOf(settings: ByDirective, directives: readonly string[]): string[] {
  return directives.flatMap((directive) => settings.get(directive)?.map(({ value }) => value) ?? []);
}

function unique(texts: readonly string[]): string[] | undefined {
  const list = [...new Set(texts.map((text) => text.slice(0, 255)))].slice(0, MOST);
  return list.length > 0 ? list : undefined;
}

/** `ldaps://dc1.example.org:636/` → `dc1.example.org`; `[fd00::1]:88` → `fd00::1`; `dc1:88` → `dc1` */
function hostOf(text: string): string {
  const rest = text.replace(/^ldap[is]?:\/\//i, '').split('/')[0] ?? '';
  if (rest.startsWith('[')) return rest.slice(1, Math.max(1, rest.indexOf(']')));
  return rest.split(':').length > 2 ? rest : rest.split(':')[0] ?? '';
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

function directoryOf(settings: ByDirective): Settings['directory'] {
  const realm = settings.get('default_realm')?.[0]?.value;
  // Files of Kerberos list many realms of the world; only the machine's own counts.
  const kerberos = [...settings.get('kdc') ?? [], ...settings.get('admin_server') ?? []].flatMap(({ file, value }) => {
    const [of, host = ''] = value.split(' ');
    return file.includes('krb5') && of === realm ? [host] : [];
  });
  const servers = [...valuesOf(settings, SERVERS).flatMap(words), ...kerberos].map(hostOf).filter((host) => host !== '' && host !== '*' && host !== '_srv_' && !LOOPBACK.test(host));
  const sources = settings.get('passwd')?.flatMap(({ value }) => words(value).filter((word) => !word.startsWith('['))) ?? [];
  const found = { servers: unique(servers) ?? [], domains: unique(valuesOf(settings, DOMAINS).flatMap(words)) ?? [], accountSources: unique(sources) ?? [] };
  return found.servers.length + found.domains.length + found.accountSources.length > 0 ? found : undefined;
}

function dnsServers(settings: ByDirective): string[] | undefined {
  const all = valuesOf(settings, ['nameserver']);
  return unique(all.filter((address) => !LOOPBACK.test(address))) ?? unique(all);
}

function timeServers(settings: ByDirective): string[] | undefined {
  const of = (...directives: string[]): string[] => valuesOf(settings, directives).flatMap(words).filter((host) => !host.startsWith('127.127.'));
  return unique(of('server', 'pool', 'peer', 'NTP')) ?? unique(of('FallbackNTP'));
}

const PROXIES = new Map([['http_proxy', 'http'], ['https_proxy', 'https'], ['ftp_proxy', 'ftp'], ['all_proxy', 'all'], ['proxy', 'packages']]);

function proxiesOf(settings: ByDirective): Settings['proxies'] {
  const found = new Map<string, { purpose: string; url: string }>();
  for (const [directive, purpose] of PROXIES) {
    for (const { value } of settings.get(directive) ?? []) found.set(`${purpose} ${value}`, { purpose, url: value.slice(0, 300) });
  }
  return found.size > 0 ? [...found.values()].slice(0, 32) : undefined;
}

/** Servers and settings the files of a machine name; only directives the script asked for come this far. */
export function parseSettings(lines: readonly string[]): Settings {
  const settings = sortSettings(lines);
  return defined({
    dnsServers: dnsServers(settings),
    searchDomains: unique(valuesOf(settings, ['search']).flatMap(words).filter((word) => word !== '.')),
    timeServers: timeServers(settings),
    directory: directoryOf(settings),
    proxies: proxiesOf(settings),
    virtualAddresses: unique(valuesOf(settings, ['virtual_ipaddress'])),
  });
}
