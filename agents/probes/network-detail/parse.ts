import type { NetworkSetupFacts } from '../../../shared/model/network-setup-facts.ts';
import { defined } from '../key-values.ts';
import { readField } from '../read-field.ts';
import { readCount } from '../read-number.ts';
import { parseRoute } from './parse-routes.ts';
import { parseSettings } from './parse-settings.ts';

type Bond = NonNullable<NetworkSetupFacts['bonds']>[number];
type Vlan = NonNullable<NetworkSetupFacts['vlans']>[number];
const MOST_VLAN = 4094;

const listOf = (text: string | undefined): string[] => readField(text, 4000)?.split(',').slice(0, 64).map((name) => name.slice(0, 60)) ?? [];

function parseBond([, name = '', mode, active, state, members]: readonly string[]): Bond | undefined {
  if (mode === undefined || state === undefined || members === undefined) return undefined;
  return { name: name.slice(0, 60), mode: mode.slice(0, 60), ...defined({ activeMember: readField(active, 60) }), state: state.slice(0, 40), members: listOf(members) };
}

/** Without root the number is not told; most are named after it (`eth0.120`, `vlan120`). */
function parseVlan([, name = '', id, parent]: readonly string[]): Vlan | undefined {
  if (parent === undefined) return undefined;
  const number = readCount(id) ?? readCount(/^(?:.{1,60}\.|vlan)(\d{1,4})$/.exec(name)?.[1]);
  return { name: name.slice(0, 60), ...defined({ id: number !== undefined && number <= MOST_VLAN ? number : undefined, parent: readField(parent, 60) }) };
}

/** `architecture`: as uname -m says, for the byte order of routes. */
export function parseNetworkDetail(lines: readonly string[], architecture: string | undefined): NetworkSetupFacts | undefined {
  const bonds: Bond[] = [];
  const bridges: NonNullable<NetworkSetupFacts['bridges']> = [];
  const vlans: Vlan[] = [];
  const routes: NonNullable<NetworkSetupFacts['routes']> = [];
  const hosts: NonNullable<NetworkSetupFacts['hostEntries']> = [];
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.startsWith('conf ')) continue;
    const fields = line.split(' ');
    const [word = '', second = ''] = fields;
    if (word === 'bond') { const bond = parseBond(fields); if (bond) bonds.push(bond); }
    else if (word === 'bridge' && second !== '') bridges.push({ name: second.slice(0, 60), members: listOf(fields[2]) });
    else if (word === 'vlan') { const vlan = parseVlan(fields); if (vlan) vlans.push(vlan); }
    else if (word === 'hosts' && fields.length > 2) hosts.push({ address: second.slice(0, 60), names: fields.slice(2, 10).map((name) => name.slice(0, 255)) });
    else if (word === 'route' || word === 'route6') { const route = parseRoute(fields, architecture); if (route) routes.push(route); }
    else { const count = readCount(second); if (count !== undefined && !counts.has(word)) counts.set(word, count); }
  }
  const some = <T>(list: T[], most: number): T[] | undefined => (list.length > 0 ? list.slice(0, most) : undefined);
  const facts = defined({
    bonds: some(bonds, 64), bridges: some(bridges, 200), vlans: some(vlans, 400), routes: some(routes, 300), routeCount: counts.get('routes'), neighbourCount: counts.get('neighbours'),
    ...parseSettings(lines), timeSynchronised: lines.includes('time-synchronised') ? true : undefined, hostEntries: some(hosts, 100),
  });
  return Object.keys(facts).length > 0 ? facts : undefined;
}
