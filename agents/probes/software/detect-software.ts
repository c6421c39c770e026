import type { HostFacts } from '../../../shared/model/host-facts.ts';
import type { ClusterMembership, SoftwareItem } from '../../../shared/model/software.ts';
import { defined } from '../key-values.ts';
import { findClusters } from './find-clusters.ts';
import { findCustom } from './find-custom.ts';
import { findJava } from './find-java.ts';
import { findVersion, isByHand, packageOf, runsByHand } from './find-version.ts';
import { groupInstances, type Instance } from './group-instances.ts';
import { matchPackages, type PackageHit } from './match-packages.ts';
import { firstWord, isInterpreter } from './match-process.ts';
import type { SoftwareClues } from './read-clues.ts';
import { BY_PORT, BY_UNIT, rankOf, SOFTWARE_RULES, TAKE_OVER, type SoftwareRule } from './rule-index.ts';

const CONFIDENCE = { program: 0.9, unverified: 0.6, packageAndUnit: 0.9, package: 0.4, port: 0.2 } as const;
const BY_ID = new Map(SOFTWARE_RULES.map((rule) => [rule.id, rule]));
const SHELLS = /^(sh|bash|dash|perl)$/;
const MAX_ITEMS = 300;
const MAX_PORTS = 64;
const MAX_EVIDENCE = 12;

type Packages = ReadonlyMap<SoftwareRule, readonly PackageHit[]>;
/** With what is known beside the processes. */
interface Surroundings {
  readonly packages: Packages;
  readonly clues: SoftwareClues;
  readonly units: ReadonlyMap<number, string>;
}

const rising = (numbers: Iterable<number>): number[] => [...new Set(numbers)].toSorted((left, right) => left - right).slice(0, MAX_PORTS);
const brief = (words: Iterable<string>): string[] => [...words].slice(0, MAX_EVIDENCE).map((word) => word.slice(0, 200));

function programOf({ master, pids }: Instance, clues: SoftwareClues): string | undefined {
  const first = firstWord(master.commandLine);
  const known = clues.programs.get(master.pid) ?? [...pids].map((pid) => clues.programs.get(pid)).find((path) => path !== undefined);
  return known ?? (first.startsWith('/') ? first : undefined);
}

/** mysqld of a machine where only MariaDB's package is installed is MariaDB. */
function productOf(rule: SoftwareRule, program: string | undefined, packages: Packages): SoftwareRule {
  if (packages.has(rule) || isByHand(program)) return rule;
  return TAKE_OVER.get(rule.id)?.find((each) => packages.has(each)) ?? rule;
}

/** The database an Oracle process serves, the jar of a Spring Boot program. */
function instanceName({ rule, master, names }: Instance): string | undefined {
  const words = master.commandLine?.split(' ') ?? [];
  const jar = words[words.indexOf('-jar') + 1];
  if (words.includes('-jar') && jar !== undefined) return jar.slice(jar.lastIndexOf('/') + 1).slice(0, 200) || undefined;
  return rule.id === 'oracle-database' ? [...names].find((name) => name.startsWith('ora_pmon_'))?.slice('ora_pmon_'.length) || undefined : undefined;
}

function runningItem(instance: Instance, { packages, clues, units }: Surroundings): SoftwareItem {
  const { master, pids, ports, evidence, containerId } = instance;
  const program = programOf(instance, clues);
  const rule = containerId === undefined ? productOf(instance.rule, program, packages) : instance.rule;
  const folders = clues.data.filter(({ pid }) => pids.has(pid));
  const dataPaths = [...new Set(folders.map(({ path }) => path))].slice(0, 8);
  const major = dataPaths.flatMap((path) => clues.files.get(`${path}/PG_VERSION`) ?? [])[0];
  const hits = containerId === undefined ? packages.get(rule) ?? [] : [];
  // Where an interpreter lies says nothing of what it runs.
  const interpreted = program !== undefined && isInterpreter(program);
  const found = interpreted && runsByHand(master.commandLine ?? '') ? undefined : packageOf(hits, interpreted ? undefined : program, major);
  const version = findVersion({ ...instance, rule }, program, clues, found, dataPaths);
  const unit = units.get(master.pid);
  return {
    product: rule.id, title: rule.title, category: rule.category, state: 'running',
    confidence: rule.unverified === true ? CONFIDENCE.unverified : CONFIDENCE.program,
    evidence: brief([...evidence, ...(found ? [`package:${found.name}`] : []), ...(unit === undefined ? [] : [`unit:${unit}`])]),
    ports: rising(ports), processCount: pids.size, dataPaths,
    ...defined({
      version, edition: found?.edition, name: instanceName(instance), unit, user: master.user, containerId, pid: master.pid,
      dataBytes: folders.length === 0 ? undefined : folders.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      dataBytesIsUpperBound: folders.length === 0 ? undefined : folders.some(({ isUpperBound }) => isUpperBound),
    }),
  };
}

/** Products of packages alone: running when a service of theirs runs, else only installed. */
function packagedItems(packages: Packages, seen: ReadonlySet<string>, runningUnits: ReadonlyMap<SoftwareRule, string>): SoftwareItem[] {
  return [...packages].flatMap(([rule, [hit]]): SoftwareItem[] => {
    if (hit === undefined || seen.has(rule.id)) return [];
    const unit = runningUnits.get(rule);
    return [{
      product: rule.id, title: rule.title, category: rule.category, state: unit === undefined ? 'installed' : 'running', confidence: unit === undefined ? CONFIDENCE.package : CONFIDENCE.packageAndUnit,
      evidence: brief([`package:${hit.name}`, ...(unit === undefined ? [] : [`unit:${unit}`])]), ports: [], processCount: 0, dataPaths: [],
      ...defined({ version: hit.version, edition: hit.edition, unit }),
    }];
  });
}

const AGENTS = new Set<SoftwareItem['category']>(['monitoring', 'backup', 'security', 'management', 'container', 'cluster', 'runtime']);

/** Ports whose owner may not be seen go to the product that usually serves them. Gives the ports nobody took. */
function placeOwnerlessPorts(facts: Partial<HostFacts>, items: readonly SoftwareItem[]): number[] {
  return (facts.listeners ?? []).flatMap(({ pid, processName, port, transport }) => {
    if (pid !== undefined || processName !== undefined || transport !== 'tcp') return [];
    const owner = items.find(({ product }) => BY_ID.get(product)?.port?.includes(port) === true);
    if (owner === undefined) return [port];
    owner.ports = rising([...owner.ports, port]);
    owner.state = 'running';
    return [];
  });
}

/** A port alone is a guess, made only where nothing that runs could be behind it. */
function guessByPort(ports: readonly number[], facts: Partial<HostFacts>, items: readonly SoftwareItem[], byPid: ReadonlyMap<number, Instance>): SoftwareItem[] {
  const unplaced = items.some(({ state, category, ports: known }) => state === 'running' && known.length === 0 && !AGENTS.has(category))
    || (facts.processes ?? []).some(({ pid, name }) => !byPid.has(pid) && isInterpreter(name) && !SHELLS.test(name));
  const rules = unplaced ? [] : ports.flatMap((port) => BY_PORT.get(port) ?? []);
  return [...new Set(rules)].map((rule) => ({
    product: rule.id, title: rule.title, category: rule.category, state: 'running', confidence: CONFIDENCE.port, evidence: ports.filter((port) => rule.port?.includes(port)).map((port) => `port:${port}`),
    ports: rising(ports.filter((port) => rule.port?.includes(port))), processCount: 0, dataPaths: [],
  }));
}

export interface DetectedSoftware {
  readonly software: SoftwareItem[];
  readonly clusters: ClusterMembership[];
}

/** Which products run or are installed, from facts and the section's clues alone: it can be done again on old evidence. */
export function detectSoftware(facts: Partial<HostFacts>, clues: SoftwareClues): DetectedSoftware {
  const packages = matchPackages(facts.packages);
  const { instances, byPid } = groupInstances(facts, clues);
  const units = new Map((facts.containers?.units ?? []).flatMap(({ name, pids }) => pids.map((pid) => [pid, name] as const)));
  const ordered = instances.toSorted((left, right) => rankOf(left.rule) - rankOf(right.rule) || left.master.pid - right.master.pid).slice(0, MAX_ITEMS);
  const running = ordered.map((instance) => runningItem(instance, { packages, clues, units }));
  const runningUnits = new Map((facts.services ?? []).flatMap(({ name, state }) => {
    const rule = state === 'running' ? BY_UNIT.get(name) : undefined;
    return rule ? [[rule, name] as const] : [];
  }));
  const packaged = packagedItems(packages, new Set(running.map(({ product }) => product)), runningUnits);
  const guesses = guessByPort(placeOwnerlessPorts(facts, [...running, ...packaged]), facts, running, byPid);
  const custom = findCustom(facts, clues, (pid) => byPid.has(pid));
  const software = [...running, ...custom, ...findJava(facts.processes ?? [], clues), ...packaged, ...guesses].slice(0, MAX_ITEMS);
  return { software, clusters: findClusters(facts, clues, ordered, software) };
}
