import type { Flow, HostFacts } from '../../../shared/model/host-facts.ts';
import type { ClusterMembership, SoftwareItem } from '../../../shared/model/software.ts';
import { defined } from '../key-values.ts';
import type { Instance } from './group-instances.ts';
import type { SoftwareClues } from './read-clues.ts';

/** Products whose running alone says that there are others. */
const ALWAYS_SHARED = new Set(['corosync', 'pacemaker', 'oracle-crs', 'veritas-cluster', 'kubernetes', 'k3s', 'patroni', 'repmgr', 'redis-sentinel']);
const MAX_MEMBERS = 256;

function membership(kind: string, evidence: ClusterMembership['evidence'], members: Iterable<string>, more: { readonly name?: string | undefined; readonly virtualAddresses?: readonly string[] } = {}): ClusterMembership {
  return { kind, evidence, members: [...new Set(members)].toSorted().slice(0, MAX_MEMBERS), virtualAddresses: (more.virtualAddresses ?? []).slice(0, 64), ...defined({ name: more.name }) };
}

/** What a package brings along as an example names this very machine only. */
const isOther = (node: string): boolean => !node.startsWith('127.') && node !== '::1' && node !== 'localhost';

function ofConfiguration(clues: SoftwareClues): ClusterMembership[] {
  const wordsOf = (product: string, key: string): string[] => clues.configuration.filter((each) => each[0] === product && each[1] === key).map((each) => each[2]);
  const [name, nodes, addresses] = [wordsOf('corosync', 'name')[0], wordsOf('corosync', 'node').filter((node) => isOther(node)), wordsOf('keepalived', 'address')];
  return [
    ...(nodes.length > 0 ? [membership('corosync', 'configuration', nodes, { name })] : []),
    ...(addresses.length > 0 ? [membership('keepalived', 'configuration', [], { virtualAddresses: addresses })] : []),
  ];
}

/** `postgres: walsender repl 10.0.0.5(43210) streaming 0/3000148` → 10.0.0.5 */
function followersOf(facts: Partial<HostFacts>, pids: ReadonlySet<number>): string[] {
  return (facts.processes ?? []).flatMap(({ pid, commandLine }) => {
    const words = pids.has(pid) && commandLine?.includes(' walsender ') === true ? commandLine.slice(0, 400).split(' ') : [];
    return words.flatMap((word) => (word.includes('(') ? [word.slice(0, word.indexOf('(')).slice(0, 200)] : [])).filter((word) => /^[0-9a-fA-F.:]+$/.test(word));
  });
}

/** `instances`: of one product, under one process name. */
function ofConnections(instances: readonly Instance[], facts: Partial<HostFacts>, flows: ReadonlyMap<number, readonly Flow[]>): ClusterMembership[] {
  const [first] = instances;
  if (first === undefined) return [];
  const { rule, master } = first;
  const ours = (flow: Flow): boolean => flow.processName === master.name;
  const peers = (rule.peers ?? []).flatMap((port) => flows.get(port) ?? []).filter((flow) => flow.processName === undefined || ours(flow));
  const followed = (rule.replica === undefined ? [] : flows.get(rule.replica) ?? []).filter((flow) => flow.direction === 'outbound' && ours(flow));
  const followers = rule.replica === undefined ? [] : followersOf(facts, new Set(instances.flatMap(({ pids }) => [...pids])));
  const members = [...[...peers, ...followed].map((flow) => flow.peerAddress), ...followers];
  return members.length === 0 ? [] : [membership(rule.id, 'connections', members)];
}

/** Which groups of machines this one is part of, by configuration, by connections only members hold, by what runs. */
export function findClusters(facts: Partial<HostFacts>, clues: SoftwareClues, instances: readonly Instance[], items: readonly SoftwareItem[]): ClusterMembership[] {
  const flows = Map.groupBy(facts.flows ?? [], ({ port }) => port);
  const found = [...ofConfiguration(clues), ...[...Map.groupBy(instances, ({ rule, master }) => `${rule.id} ${master.name}`).values()].flatMap((group) => ofConnections(group, facts, flows))];
  const known = new Set(found.map(({ kind }) => kind));
  const running = new Set(items.filter(({ state }) => state === 'running').map(({ product }) => product));
  for (const kind of running) if (ALWAYS_SHARED.has(kind) && !known.has(kind)) found.push(membership(kind, 'process', []));
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()].slice(0, 64);
}
