import { describe, expect, test } from 'vitest';
import busybox from '../fixtures/debian-12-machine-busybox/capture.txt?raw';
import physical from '../fixtures/physical-from-documentation/capture.txt?raw';
import root from '../fixtures/debian-12-machine-root/capture.txt?raw';
import user from '../fixtures/debian-12-machine-user/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { parseNetworkDetail } from './parse.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:09:00.000Z' };
const read = (text: string) => parseProbe(text, options).facts.networkSetup;

describe('captures', () => {
  test('root: bridge, routes, the servers it is a client of', () => {
    expect(read(root)).toEqual({
      bridges: [{ name: 'br0', members: ['veth0'] }],
      routes: [{ destination: '0.0.0.0/0', gateway: '10.1.0.1', interface: 'br0' }, { destination: '10.9.0.0/16', gateway: '10.1.0.254', interface: 'br0' }, { destination: '::/0', gateway: 'fd00:1::1', interface: 'br0' }],
      routeCount: 3, neighbourCount: 1,
      dnsServers: ['10.1.0.2', '10.1.0.3'], searchDomains: ['gov.example.org', 'example.org'],
      timeServers: ['ntp1.example.org', '10.1.0.9', '2.debian.pool.ntp.org'],
      directory: { servers: ['dc1.ad.example.org', 'dc2.ad.example.org', 'ldap1.example.org'], domains: ['ad.example.org', 'AD.EXAMPLE.ORG'], accountSources: ['files', 'systemd', 'sss'] },
      proxies: [{ purpose: 'https', url: 'http://***@proxy.example.org:3128' }, { purpose: 'packages', url: 'http://***@proxy.example.org:3128/' }],
      virtualAddresses: ['10.1.0.100/24', 'fd00:1::100/64'],
      hostEntries: [{ address: '10.1.0.20', names: ['db01.example.org', 'db01'] }],
    });
  });

  test('busybox reads the same; an ordinary account lacks only what sssd.conf says', () => {
    expect(read(busybox)).toEqual(read(root));
    expect(read(user)).toEqual({ ...read(root), directory: { servers: ['dc1.ad.example.org', 'dc2.ad.example.org'], domains: ['AD.EXAMPLE.ORG'], accountSources: ['files', 'systemd', 'sss'] } });
  });

  test('bonds and VLANs', () => {
    expect(read(physical)).toMatchObject({
      bonds: [{ name: 'bond0', mode: '802.3ad', state: 'up', members: ['eno1', 'eno2'] }, { name: 'bond1', mode: 'active-backup', activeMember: 'eno3', state: 'up', members: ['eno3', 'eno4'] }],
      vlans: [{ name: 'backup', id: 77, parent: 'bond1' }, { name: 'bond0.120', id: 120, parent: 'bond0' }],
    });
  });

  test('no password of any file leaves the machine', () => {
    expect(root + user + busybox).not.toContain('hunter2');
  });
});

test('sssd.conf that could not be read is said to be missing', () => {
  const lines = ['conf /etc/nsswitch.conf passwd files sss'];
  const text = [`@${options.nonce} BEGIN 1 1.0 user`, `@${options.nonce} network-detail 1.1`, ...lines, `@${options.nonce} END 1.2`, ''].join('\n');
  expect(parseProbe(text, options).facts.sections.find(({ name }) => name === 'network-detail')).toMatchObject({ state: 'partial', missing: ['directoryServers'] });
});

test('routes of a big-endian machine; a mask with holes is none', () => {
  expect(parseNetworkDetail(['route enc1 00000000 0A010001 00000000 0', 'route enc1 0A090000 0A0100FE FFFF0000 0', 'route enc1 0A090000 0A0100FE FF00FF00 0'], 's390x')?.routes).toEqual([
    { destination: '0.0.0.0/0', gateway: '10.1.0.1', interface: 'enc1' }, { destination: '10.9.0.0/16', gateway: '10.1.0.254', interface: 'enc1' },
  ]);
});

test('behind a local resolver the true servers count; without any others it does; realms of strangers do not', () => {
  const conf = (...lines: string[]) => parseNetworkDetail(lines.map((line) => `conf ${line}`), 'x86_64');
  expect(conf('/etc/resolv.conf nameserver 127.0.0.53', '/run/systemd/resolve/resolv.conf nameserver 10.0.0.2')?.dnsServers).toEqual(['10.0.0.2']);
  expect(conf('/etc/resolv.conf nameserver 127.0.0.1')?.dnsServers).toEqual(['127.0.0.1']);
  expect(conf('/etc/krb5.conf default_realm A', '/etc/krb5.conf kdc B kdc.b', '/etc/nslcd.conf uri ldap://127.0.0.1/', '/etc/krb5.conf kdc A [fd00::1]:88')?.directory).toEqual({ servers: ['fd00::1'], domains: ['A'], accountSources: [] });
  expect(conf('/etc/ntp.conf server 127.127.1.0', '/etc/systemd/timesyncd.conf FallbackNTP 0.pool.ntp.org')?.timeServers).toEqual(['0.pool.ntp.org']);
});

test('without root a VLAN has the number its name tells', () => {
  expect(parseNetworkDetail(['vlan bond0.120 - bond0', 'vlan vlan7 - eth0', 'vlan backup - eth0', 'vlan x.9999 - eth0'], undefined)?.vlans?.map(({ id }) => id)).toEqual([120, 7, undefined, undefined]);
});

test('an address that moves between machines is seen on its interface too; a machine’s only /32 is none', () => {
  const text = (...addresses: string[]) => [`@${options.nonce} BEGIN 1 1.0 user`, `@${options.nonce} network 1.1`, ...addresses, `@${options.nonce} network-detail 1.1`, 'routes 2', 'conf /etc/keepalived/keepalived.conf virtual_ipaddress 10.1.0.100/24', `@${options.nonce} END 1.2`, ''].join('\n');
  expect(read(text('addr eth0 inet 10.1.0.7/24', 'addr eth0 inet 10.1.0.99/32', 'addr eth0 inet 10.1.0.100/32'))?.virtualAddresses).toEqual(['10.1.0.100/24', '10.1.0.99']);
  expect(read(text('addr eth0 inet 10.128.0.2/32'))?.virtualAddresses).toEqual(['10.1.0.100/24']);
});
