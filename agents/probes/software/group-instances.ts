import type { HostFacts, HostProcess, Listener } from '../../../shared/model/host-facts.ts';
import { matchProcess, type ProcessMatch } from './match-process.ts';
import type { SoftwareClues } from './read-clues.ts';
import type { SoftwareRule } from './rule-index.ts';

/** Processes that belong together: a first one, and those of the same product below it. */
export interface Instance {
  readonly rule: SoftwareRule;
  readonly master: HostProcess;
  readonly pids: Set<number>;
  readonly names: Set<string>;
  readonly evidence: Set<string>;
  readonly ports: Set<number>;
  readonly containerId: string | undefined;
}

export interface Grouped {
  readonly instances: readonly Instance[];
  readonly byPid: ReadonlyMap<number, Instance>;
}

const MAX_DEPTH = 50;

function masterOf(process: HostProcess, rule: SoftwareRule, processes: ReadonlyMap<number, HostProcess>, matches: ReadonlyMap<number, ProcessMatch>): HostProcess {
  let top = process;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const parent = processes.get(top.ppid);
    if (parent === undefined || parent === top || matches.get(parent.pid)?.rule !== rule) break;
    top = parent;
  }
  return top;
}

function addPorts(byPid: ReadonlyMap<number, Instance>, listeners: readonly Listener[]): void {
  for (const { pid, port } of listeners) if (pid !== undefined) byPid.get(pid)?.ports.add(port);
}

function join(into: Instance, from: Instance, byPid: Map<number, Instance>): void {
  for (const pid of from.pids) {
    into.pids.add(pid);
    byPid.set(pid, into);
  }
  for (const word of from.evidence) into.evidence.add(word);
  for (const name of from.names) into.names.add(name);
}

/**
 * One instance for each first process that serves ports or has data of its own; the rest of a product's processes in the same
 * container (helpers beside the server, or all where ports cannot be seen) join the first instance.
 */
function joinHelpers(instances: readonly Instance[], byPid: Map<number, Instance>, clues: SoftwareClues): Instance[] {
  const withData = new Set(clues.data.flatMap(({ pid }) => byPid.get(pid) ?? []));
  const stands = (instance: Instance): boolean => instance.ports.size > 0 || withData.has(instance);
  const leaders = new Map<string, Instance>();
  const keyOf = ({ rule, containerId }: Instance): string => `${rule.id} ${containerId ?? ''}`;
  for (const instance of instances.toSorted((left, right) => Number(stands(right)) - Number(stands(left)))) {
    const leader = leaders.get(keyOf(instance));
    if (leader === undefined) leaders.set(keyOf(instance), instance);
    else if (!stands(instance)) join(leader, instance, byPid);
  }
  const alive = new Set(byPid.values());
  return instances.filter((instance) => alive.has(instance));
}

/** Processes by product and first process, with the ports they serve. */
export function groupInstances(facts: Partial<HostFacts>, clues: SoftwareClues): Grouped {
  const all = facts.processes ?? [];
  const processes = new Map(all.map((process) => [process.pid, process]));
  const containers = new Map((facts.containers?.containers ?? []).flatMap(({ id, pids }) => pids.map((pid) => [pid, id] as const)));
  const matches = new Map<number, ProcessMatch>();
  for (const process of all) {
    const match = matchProcess(process, clues.programs.get(process.pid));
    if (match) matches.set(process.pid, match);
  }
  const byMaster = new Map<number, Instance>();
  const byPid = new Map<number, Instance>();
  for (const [pid, { rule, evidence }] of matches) {
    const process = processes.get(pid);
    if (process === undefined) continue;
    const master = masterOf(process, rule, processes, matches);
    const instance = byMaster.get(master.pid) ?? { rule, master, pids: new Set(), names: new Set(), evidence: new Set(), ports: new Set(), containerId: containers.get(master.pid) };
    byMaster.set(master.pid, instance);
    instance.pids.add(pid);
    instance.names.add(process.name);
    instance.evidence.add(evidence);
    byPid.set(pid, instance);
  }
  addPorts(byPid, facts.listeners ?? []);
  return { instances: joinHelpers([...byMaster.values()], byPid, clues), byPid };
}
