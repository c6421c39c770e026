import type { SectionDeclaration } from '../section-declaration.ts';
import { parseFirewall } from './parse.ts';
import script from './collect.sh?raw';

export const firewallSection: SectionDeclaration = {
  name: 'firewall',
  costRank: 4,
  seconds: 8,
  bytes: 65_536,
  programs: [
    { words: 'nft -s list ruleset', asRoot: true }, { words: 'iptables-legacy-save', asRoot: true }, { words: 'ip6tables-legacy-save', asRoot: true }, { words: 'iptables-save', asRoot: true }, { words: 'ip6tables-save', asRoot: true },
    { words: 'systemctl show --property=Id,ActiveState nftables.service firewalld.service iptables.service ufw.service netfilter-persistent.service SuSEfirewall2.service' },
    { words: 'awk {text}' }, { words: 'awk {text} {files}' }, { words: 'awk -F = {text}' }, { words: 'awk -v kind={text} {text}' }, { words: 'head -n 300' },
  ],
  reads: ['/run/systemd/system', '/etc/rc3.d', '/etc/rc5.d', '/etc/runlevels/default', '/etc/ufw/ufw.conf', '/proc/modules', '/sys/module/iptable_filter', '/sys/module/ip6table_filter', '/sys/module/nf_tables', '/proc/net/ip_tables_names', '/proc/net/ip6_tables_names', '/sys/fs/selinux/enforce', '/etc/selinux/config', '/sys/module/apparmor/parameters/enabled', '/sys/kernel/security/apparmor/profiles'],
  columns: [
    { name: 'services', type: 'text', from: 'systemctl show; /etc/rc<n>.d; /etc/ufw/ufw.conf' },
    { name: 'chains.rules', type: 'integer', from: 'nft list ruleset; iptables-save', needsRoot: { lost: 'firewallRules', isLost: ({ firewall }) => firewall !== undefined && firewall.chains === undefined } },
    { name: 'chains.policy', type: 'choice', from: 'nft list ruleset; iptables-save' },
    { name: 'selinux', type: 'choice', from: '/sys/fs/selinux/enforce; /etc/selinux/config' },
    { name: 'apparmor', type: 'boolean', from: '/sys/module/apparmor/parameters/enabled' },
    { name: 'apparmorProfiles', type: 'integer', from: '/sys/kernel/security/apparmor/profiles' },
  ],
  fact: 'firewall',
  mayBeAbsent: true,
  read: (lines) => ({ firewall: parseFirewall(lines) }),
  script,
};
