import { expect, test } from 'vitest';
import { parseNetwork } from './parse.ts';

test('links and addresses are one; aliases and dotted masks of old tools too; loopback is left out', () => {
  expect(parseNetwork([
    'link eth0 AA:BB:CC:00:00:01 up 1000 1500 device', 'link eth1 aa:bb:cc:00:00:02 down -1 1500 device', 'link lo 00:00:00:00:00:00 unknown - 65536 virtual',
    'addr eth0 inet 10.1.2.3/24', 'addr eth0:1 inet 10.1.2.9/255.255.255.0', 'addr eth0 inet6 FE80::1/64', 'addr bond0 inet 10.9.9.9/255.255.255.255', 'addr lo inet 127.0.0.1/8', 'addr eth0 inet 10.1.2.300/24', 'addr eth0 inet 10.1.2.3/255.0.255.0',
  ])).toEqual([
    { name: 'eth0', mac: 'aa:bb:cc:00:00:01', state: 'up', speedMbps: 1000, mtu: 1500, addresses: [{ address: '10.1.2.3', prefixLength: 24, family: 'ipv4' }, { address: '10.1.2.9', prefixLength: 24, family: 'ipv4' }, { address: 'fe80::1', prefixLength: 64, family: 'ipv6' }] },
    { name: 'eth1', mac: 'aa:bb:cc:00:00:02', state: 'down', mtu: 1500, addresses: [] },
    { name: 'bond0', addresses: [{ address: '10.9.9.9', prefixLength: 32, family: 'ipv4' }] },
  ]);
});
