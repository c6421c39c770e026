import type { HostFacts } from '../../../shared/model/host-facts.ts';
import { maskSecrets } from '../mask-secrets.ts';
import type { SectionDeclaration } from '../section-declaration.ts';
import { floatingAddresses } from './floating-addresses.ts';
import { parseNetworkDetail } from './parse.ts';
import script from './collect.sh?raw';

/** What keepalived.conf says, and what is seen on the interfaces when it may not be read. */
function withFloating(setup: HostFacts['networkSetup'], nics: HostFacts['nics']): HostFacts['networkSetup'] {
  const seen = floatingAddresses(nics).filter((address) => setup?.virtualAddresses?.some((known) => known.split('/')[0] === address) !== true);
  return setup === undefined || seen.length === 0 ? setup : { ...setup, virtualAddresses: [...setup.virtualAddresses ?? [], ...seen].slice(0, 64) };
}

export const networkDetailSection: SectionDeclaration = {
  name: 'network-detail',
  costRank: 2,
  seconds: 4,
  bytes: 65_536,
  programs: [{ words: 'awk {text} {files}' }],
  reads: [
    '/sys/class/net', '/proc/net/vlan', '/proc/net/route', '/proc/net/ipv6_route', '/proc/net/arp', '/run/systemd/timesync/synchronized', '/etc/hosts', '/etc/resolv.conf', '/run/systemd/resolve/resolv.conf',
    '/etc/chrony.conf', '/etc/chrony', '/etc/chrony.d', '/run/chrony-dhcp', '/etc/ntp.conf', '/etc/ntpsec/ntp.conf', '/etc/systemd/timesyncd.conf', '/etc/systemd/timesyncd.conf.d',
    '/etc/ldap.conf', '/etc/ldap/ldap.conf', '/etc/openldap/ldap.conf', '/etc/nslcd.conf', '/etc/sssd', '/etc/krb5.conf', '/etc/krb5.conf.d', '/etc/samba/smb.conf', '/etc/nsswitch.conf',
    '/etc/environment', '/etc/profile.d', '/etc/yum.conf', '/etc/dnf/dnf.conf', '/etc/apt/apt.conf', '/etc/apt/apt.conf.d', '/etc/sysconfig/proxy', '/etc/keepalived/keepalived.conf',
  ],
  columns: [
    { name: 'bonds', type: 'text', from: '/sys/class/net/<name>/bonding/{mode,active_slave,mii_status,slaves}' },
    { name: 'bridges', type: 'text', from: '/sys/class/net/<name>/brif' },
    { name: 'vlans.name', type: 'text', from: '/sys/class/net/<name>/uevent: DEVTYPE=vlan' },
    { name: 'vlans.id', type: 'integer', from: '/proc/net/vlan/<name>', needsRoot: { lost: 'vlanNumbers', isLost: ({ networkSetup }) => networkSetup?.vlans?.some(({ id }) => id === undefined) === true } },
    { name: 'routes', type: 'text', from: '/proc/net/route; /proc/net/ipv6_route' },
    { name: 'routeCount', type: 'integer', from: '/proc/net/route' },
    { name: 'neighbourCount', type: 'integer', from: '/proc/net/arp' },
    { name: 'dnsServers', type: 'text', from: '/etc/resolv.conf; /run/systemd/resolve/resolv.conf: nameserver' },
    { name: 'searchDomains', type: 'text', from: '/etc/resolv.conf: search, domain' },
    { name: 'timeServers', type: 'text', from: 'chrony.conf, ntp.conf: server, pool, peer; timesyncd.conf: NTP, FallbackNTP' },
    { name: 'timeSynchronised', type: 'boolean', from: '/run/systemd/timesync/synchronized' },
    {
      name: 'directory.servers', type: 'text', from: 'ldap.conf, nslcd.conf: uri, host; sssd.conf: ldap_uri, krb5_server, ad_server, ipa_server; krb5.conf: kdc, admin_server; smb.conf: password server',
      needsRoot: { lost: 'directoryServers', isLost: ({ networkSetup }) => networkSetup?.directory?.servers.length === 0 && networkSetup.directory.accountSources.includes('sss') },
    },
    { name: 'directory.domains', type: 'text', from: 'sssd.conf: domains, ad_domain, ipa_domain; krb5.conf: default_realm; smb.conf: realm' },
    { name: 'directory.accountSources', type: 'text', from: '/etc/nsswitch.conf: passwd' },
    { name: 'proxies', type: 'text', from: '/etc/environment; /etc/profile.d/*proxy*.sh; /etc/{yum,dnf/dnf}.conf; /etc/apt/apt.conf.d: Acquire::http::Proxy' },
    { name: 'virtualAddresses', type: 'text', from: '/etc/keepalived/keepalived.conf: virtual_ipaddress; /32 beside another address of one interface' },
    { name: 'hostEntries', type: 'text', from: '/etc/hosts' },
  ],
  fact: 'networkSetup',
  mayBeAbsent: true,
  read: (lines, { facts }) => ({ networkSetup: withFloating(parseNetworkDetail(lines, facts.os?.architecture), facts.nics) }),
  maskLine: (line) => (line.startsWith('conf ') && line.includes('@') ? maskSecrets(line) : line),
  script,
};
