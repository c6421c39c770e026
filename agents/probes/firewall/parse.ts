import type { FirewallFacts } from '../../../shared/model/firewall-facts.ts';
import { defined } from '../key-values.ts';
import { readField } from '../read-field.ts';
import { readCount } from '../read-number.ts';

type Chain = NonNullable<FirewallFacts['chains']>[number];
type Service = NonNullable<FirewallFacts['services']>[number];
const TOOLS = new Map<string, Chain['tool']>([['nft', 'nft'], ['iptables', 'iptables'], ['ip6tables', 'ip6tables']]);
const STATES = new Map<string, Service['state']>([['active', 'active'], ['enabled', 'enabled'], ['disabled', 'disabled']]);
const SELINUX = new Map<string, NonNullable<FirewallFacts['selinux']>>([['enforcing', 'enforcing'], ['permissive', 'permissive'], ['disabled', 'disabled']]);

/** `rules nft inet/filter input drop 12` */
function parseChain([, word = '', table = '', chain = '', policy, count]: readonly string[]): Chain | undefined {
  const tool = TOOLS.get(word);
  const rules = readCount(count);
  if (tool === undefined || rules === undefined) return undefined;
  return { tool, table: table.slice(0, 120), chain: chain.slice(0, 120), ...defined({ policy: readField(policy?.toLowerCase(), 40) }), rules };
}

export function parseFirewall(lines: readonly string[]): FirewallFacts | undefined {
  const services: Service[] = [];
  const chains: Chain[] = [];
  const values = new Map<string, string>();
  for (const line of lines) {
    const fields = line.split(' ');
    const [word = '', name = '', third = ''] = fields;
    if (word === 'rules') {
      const chain = parseChain(fields);
      if (chain && chains.length < 900) chains.push(chain);
    } else if (word === 'service') {
      const state = STATES.get(third);
      if (state && services.length < 16) services.push({ name: name.slice(0, 120), state });
    } else if (!values.has(word)) values.set(word, name);
  }
  const apparmor = values.get('apparmor');
  const facts = defined({
    services: services.length > 0 || values.has('services') ? services : undefined,
    chains: chains.length > 0 ? chains : undefined,
    selinux: SELINUX.get(values.get('selinux') ?? ''),
    apparmor: apparmor === 'on' ? true : apparmor === 'off' ? false : undefined,
    apparmorProfiles: readCount(values.get('profiles')),
  });
  return Object.keys(facts).length > 0 ? facts : undefined;
}
