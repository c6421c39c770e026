import { expect, test } from 'vitest';
import physical from '../fixtures/physical-from-documentation/capture.txt?raw';
import root from '../fixtures/debian-12-machine-root/capture.txt?raw';
import user from '../fixtures/debian-12-machine-user/capture.txt?raw';
import { parseProbe } from '../parse-probe.ts';
import { parseFirewall } from './parse.ts';

const options = { nonce: '0123456789abcdef01234567', collectedAt: '2026-11-23T16:09:00.000Z' };

test('rules by chain: sets, types and comments are none', () => {
  expect(parseProbe(root, options).facts.firewall).toEqual({
    services: [],
    chains: [
      { tool: 'nft', table: 'inet/filter', chain: 'input', policy: 'drop', rules: 3 }, { tool: 'nft', table: 'inet/filter', chain: 'forward', policy: 'accept', rules: 0 }, { tool: 'nft', table: 'inet/filter', chain: 'helper', rules: 1 },
      { tool: 'nft', table: 'ip/nat', chain: 'postrouting', policy: 'accept', rules: 1 },
      { tool: 'iptables', table: 'filter', chain: 'INPUT', policy: 'accept', rules: 1 }, { tool: 'iptables', table: 'filter', chain: 'FORWARD', policy: 'drop', rules: 0 }, { tool: 'iptables', table: 'filter', chain: 'OUTPUT', policy: 'accept', rules: 0 },
    ],
  });
});

test('which service is on, and mandatory access', () => {
  expect(parseProbe(physical, options).facts.firewall).toEqual({ services: [{ name: 'firewalld', state: 'active' }], selinux: 'enforcing' });
  expect(parseFirewall(['service ufw enabled', 'apparmor on', 'profiles 12', 'selinux odd', 'service x strange', 'rules nft a b - x'])).toEqual({ services: [{ name: 'ufw', state: 'enabled' }], apparmor: true, apparmorProfiles: 12 });
});

test('an ordinary account is told that the rules are missing', () => {
  const { facts } = parseProbe(user, options);
  expect(facts.firewall).toEqual({ services: [] });
  expect(facts.sections.find(({ name }) => name === 'firewall')).toMatchObject({ state: 'partial', missing: ['firewallRules'] });
});
