import type { NetworkSetupFacts } from '../../../shared/model/network-setup-facts.ts';
import { defined } from '../key-values.ts';

/** One directive of one file: `conf /etc/chrony.conf server 10.1.1.1`. */
interface Setting { readonly file: string; readonly directive: string; readonly value: string }
type Settings = Pick<NetworkSetupFacts, 'dnsServers' | 'searchDomains' | 'timeServers' | 'directory' | 'proxies' | 'virtualAddresses'>;

const LOOPBACK = /^(127\.|::1$|localhost$)/;
const SERVERS = new Set(['uri', 'host', 'ldap_uri', 'krb5_server', 'ad_server', 'ipa_server', 'password_server']);
const DOMAINS = new Set(['ad_domain', 'ipa_domain', 'domains', 'default_realm', 'realm']);
const MOST = 64;

function parseSetting(line: string): Setting | undefined {
  const [word, file = '', directive = '', ...value] = line.split(' ');
  return word === 'conf' && value.length > 0 ? { file, directive, value: value.join(' ') } : undefined;
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

function directoryOf(settings: readonly Setting[]): Settings['directory'] {
  const realm = settings.find(({ directive }) => directive === 'default_realm')?.value;
  const servers = settings.flatMap(({ file, directive, value }) => {
    if (SERVERS.has(directive)) return words(value).map(hostOf);
    // Files of Kerberos list many realms of the world; only the machine's own counts.
    const [of, host = ''] = value.split(' ');
    return file.includes('krb5') && (directive === 'kdc' || directive === 'admin_server') && of === realm ? [hostOf(host)] : [];
  }).filter((host) => host !== '' && host !== '*' && host !== '_srv_' && !LOOPBACK.test(host));
  const domains = settings.flatMap(({ directive, value }) => (DOMAINS.has(directive) ? words(value) : []));
  const sources = settings.flatMap(({ file, directive, value }) => (file.endsWith('nsswitch.conf') && directive === 'passwd' ? words(value).filter((word) => !word.startsWith('[')) : []));
  const found = { servers: unique(servers) ?? [], domains: unique(domains) ?? [], accountSources: unique(sources) ?? [] };
  return found.servers.length + found.domains.length + found.accountSources.length > 0 ? found : undefined;
}

function dnsServers(settings: readonly Setting[]): string[] | undefined {
  const all = settings.flatMap(({ directive, value }) => (directive === 'nameserver' ? [value] : []));
  return unique(all.filter((address) => !LOOPBACK.test(address))) ?? unique(all);
}

function timeServers(settings: readonly Setting[]): string[] | undefined {
  const of = (...directives: string[]): string[] => settings.flatMap(({ directive, value }) => (directives.includes(directive) ? words(value) : [])).filter((host) => !host.startsWith('127.127.'));
  return unique(of('server', 'pool', 'peer', 'NTP')) ?? unique(of('FallbackNTP'));
}

function proxiesOf(settings: readonly Setting[]): Settings['proxies'] {
  const found = new Map<string, { purpose: string; url: string }>();
  for (const { directive, value } of settings) {
    if (directive === 'proxy' || directive.endsWith('_proxy')) found.set(`${directive} ${value}`, { purpose: directive === 'proxy' ? 'packages' : directive.slice(0, -'_proxy'.length), url: value.slice(0, 300) });
  }
  return found.size > 0 ? [...found.values()].slice(0, 32) : undefined;
}

/** Servers and settings the files of a machine name; only directives the script asked for come this far. */
export function parseSettings(lines: readonly string[]): Settings {
  const settings = lines.flatMap((line) => parseSetting(line) ?? []);
  return defined({
    dnsServers: dnsServers(settings),
    searchDomains: unique(settings.flatMap(({ directive, value }) => (directive === 'search' ? words(value).filter((word) => word !== '.') : []))),
    timeServers: timeServers(settings),
    directory: directoryOf(settings),
    proxies: proxiesOf(settings),
    virtualAddresses: unique(settings.flatMap(({ directive, value }) => (directive === 'virtual_ipaddress' ? [value] : []))),
  });
}
