import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SectionName } from '../../shared/model/host-facts.ts';
import { ANSIBLE_SETS, ansibleMissing, createAnsible, type AnsibleSet } from './ansible-control.ts';
import { cpuGroupsMissing, createCpuGroup, machineCpuSeconds, type CpuGroup } from './cpu-group.ts';
import type { MeasuredRun } from './measured-process.ts';
import { createScanner } from './scanner-runs.ts';
import { startSshdFarm, type SshdFarm } from './sshd-farm.ts';
import { sshdMissing } from '../support/sshd.ts';

/**
 * What of ours answers the same questions as Ansible's modules: `setup` tells of machine, system, disks, mounts and network; nothing
 * of it tells of processes, sockets, software or load.
 */
const SETUP_SECTIONS: readonly SectionName[] = ['identity', 'os', 'virtualisation', 'cpu', 'memory', 'block-devices', 'network', 'uptime', 'hardware', 'network-detail', 'storage', 'filesystems', 'mounts'];
const EQUAL_SECTIONS: Readonly<Record<AnsibleSet, readonly SectionName[]>> = { setup: SETUP_SECTIONS, 'setup+package_facts+service_facts': [...SETUP_SECTIONS, 'packages', 'services'] };
/** For what one more host costs, without what a start costs. */
const SMALL_SCAN = 50;
/** In the second regime: so that the limit is the side that scans, not the machine, whatever else runs on it. */
const SCANNER_CORES = 0.5;
const SERVERS = 25;
const ADDRESSES_EACH = 8;
const FEW_HOSTS = 40;
/** Ansible takes seconds of processor time for each host: no more of them than keep its forks busy for the run of a bench. */
const ANSIBLE_HOSTS = { few: 5, forty: 40, hundred: 100 };

interface Groups {
  readonly scanner: CpuGroup;
  readonly targets: CpuGroup;
}

export interface ScanRow {
  readonly what: string;
  readonly hosts: number;
  readonly concurrency: number;
  readonly answered: number;
  readonly seconds: number;
  readonly hostsPerMinute: number;
  readonly scannerCpuMsPerHost: number;
  readonly targetCpuMsPerHost: number;
  readonly peakRssMib: number;
  /** What the rest of the machine used meanwhile: it stretches the seconds, not the processor time. */
  readonly foreignCpuSeconds: number;
}

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

async function measure(groups: Groups, what: string, hosts: number, concurrency: number, work: () => Promise<MeasuredRun & { readonly answered: number }>): Promise<ScanRow> {
  const read = () => ({ scanner: groups.scanner.seconds(), targets: groups.targets.seconds(), machine: machineCpuSeconds() });
  const before = read();
  const run = await work();
  const after = read();
  const [scanner, targets] = [after.scanner - before.scanner, after.targets - before.targets];
  return {
    what, hosts, concurrency, answered: run.answered, seconds: round(run.seconds, 2), hostsPerMinute: Math.round((run.answered / run.seconds) * 60),
    scannerCpuMsPerHost: round((scanner / hosts) * 1000), targetCpuMsPerHost: round((targets / hosts) * 1000), peakRssMib: Math.round(run.peakRssBytes / 1024 ** 2),
    foreignCpuSeconds: round(Math.max(0, after.machine - before.machine - scanner - targets)),
  };
}

/** Of several runs the one whose scanner CPU stands in the middle. */
async function middleOf(repeats: number, run: () => Promise<ScanRow>): Promise<ScanRow> {
  const rows: ScanRow[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) rows.push(await run());
  const middle = rows.sort((left, right) => left.scannerCpuMsPerHost - right.scannerCpuMsPerHost)[(rows.length - 1) >> 1];
  if (!middle) throw new RangeError('At least one run is needed');
  return middle;
}

export interface AnsibleBenchOptions {
  readonly repeats: number;
  readonly say: (text: string) => void;
}

/** Everything runs on this machine: what the targets cost is theirs, what the scanner costs is the scanner's. */
async function allOnOneMachine(farm: SshdFarm, groups: Groups, { repeats, say }: AnsibleBenchOptions): Promise<ScanRow[]> {
  const [scanner, ansible] = [createScanner(farm, groups.scanner), createAnsible(farm, groups.scanner)];
  const rows: ScanRow[] = [];
  const note = async (times: number, what: string, hosts: number, concurrency: number, work: () => Promise<MeasuredRun & { readonly answered: number }>): Promise<void> => {
    say(`all on one machine: ${what}, ${hosts} hosts, ${concurrency} at a time`);
    rows.push(await middleOf(times, () => measure(groups, what, hosts, concurrency, work)));
  };
  for (const concurrency of [5, 20, 200]) {
    const hosts = concurrency === 200 ? farm.hosts.length : FEW_HOSTS;
    await note(repeats, 'floor', farm.hosts.length, concurrency, () => scanner.floor(farm.hosts.length, concurrency));
    await note(concurrency === 200 ? 1 : repeats, 'scan', hosts, concurrency, () => scanner.scan(hosts, concurrency));
  }
  const { few, forty } = ANSIBLE_HOSTS;
  for (const set of ANSIBLE_SETS) {
    await note(repeats, `sections equal to ${set}`, few, 5, () => scanner.sections(few, 5, EQUAL_SECTIONS[set]));
    await note(1, `ansible ${set}`, few, 5, () => ansible({ set, hosts: few, forks: 5, pipelining: false }));
    if (set === 'setup') await note(1, `ansible ${set}, pipelining`, few, 5, () => ansible({ set, hosts: few, forks: 5, pipelining: true }));
  }
  for (const [hosts, forks] of [[4 * few, 20], [forty, 200]] as const) await note(1, 'ansible setup', hosts, forks, () => ansible({ set: 'setup', hosts, forks, pipelining: false }));
  return rows;
}

/**
 * The hosts answer from a record after `waitSeconds`, so that who scans is the limit: the probe's run and the run of Ansible's
 * module are replaced, all else is real (handshakes, transfers, temporary folders, what is done with the answer). Both have the same
 * share of the processor.
 */
async function answersFromRecords(farm: SshdFarm, groups: Groups, { repeats, say }: AnsibleBenchOptions) {
  const [scanner, ansible] = [createScanner(farm, groups.scanner), createAnsible(farm, groups.scanner)];
  await scanner.scan(1, 1);
  await ansible({ set: 'setup', hosts: 1, forks: 1, pipelining: false });
  groups.scanner.limit(SCANNER_CORES);
  const rows: (ScanRow & { readonly waitSeconds: number })[] = [];
  const note = async (times: number, waitSeconds: number, what: string, hosts: number, concurrency: number, work: () => Promise<MeasuredRun & { readonly answered: number }>): Promise<void> => {
    say(`answers from records after ${waitSeconds} s: ${what}, ${hosts} hosts, ${concurrency} at a time`);
    farm.wait(waitSeconds);
    rows.push({ waitSeconds, ...(await middleOf(times, () => measure(groups, what, hosts, concurrency, work))) });
  };
  const all = farm.hosts.length;
  for (const concurrency of [5, 20, 200]) {
    await note(repeats, 0, 'scan of few', SMALL_SCAN, concurrency, () => scanner.scan(SMALL_SCAN, concurrency));
    await note(repeats, 0, 'scan', all, concurrency, () => scanner.scan(all, concurrency));
    const hosts = Math.min(concurrency, ANSIBLE_HOSTS.hundred);
    await note(1, 0, 'ansible setup', hosts, concurrency, () => ansible({ set: 'setup', hosts, forks: concurrency, pipelining: false }));
  }
  await note(1, 3, 'scan', all, 200, () => scanner.scan(all, 200));
  return rows;
}

const rowOf = <Row extends ScanRow>(rows: readonly Row[], what: string, concurrency: number): Row => {
  const found = rows.find((row) => row.what === what && row.concurrency === concurrency);
  if (!found) throw new Error(`No row "${what}" at ${concurrency}`);
  return found;
};

/** Processor time of the scanner between a scan of few hosts and one of all, over the hosts between them. */
function cpuMsPerFurtherHost(rows: readonly ScanRow[], concurrency: number): number {
  const [few, all] = [rowOf(rows, 'scan of few', concurrency), rowOf(rows, 'scan', concurrency)];
  return round((all.scannerCpuMsPerHost * all.hosts - few.scannerCpuMsPerHost * few.hosts) / (all.hosts - few.hosts));
}

/** The figures the goals are about, each with the goal beside it. */
function compare(local: readonly ScanRow[], emulated: readonly ScanRow[], cores: number) {
  const [alone, both] = ANSIBLE_SETS;
  const floor = rowOf(local, 'floor', 20);
  const beside = [5, 20, 200].map((concurrency) => {
    const [ours, theirs] = [rowOf(emulated, 'scan', concurrency), rowOf(emulated, `ansible ${alone}`, concurrency)];
    const furtherMs = cpuMsPerFurtherHost(emulated, concurrency);
    return {
      concurrency, scannerCpuMsPerHost: ours.scannerCpuMsPerHost, scannerCpuMsPerFurtherHost: furtherMs, ansibleCpuMsPerHost: theirs.scannerCpuMsPerHost,
      timesLessCpu: round(theirs.scannerCpuMsPerHost / ours.scannerCpuMsPerHost), timesLessCpuOfFurtherHosts: round(theirs.scannerCpuMsPerHost / furtherMs),
      timesMoreHostsPerMinute: round(ours.hostsPerMinute / theirs.hostsPerMinute),
    };
  });
  const share = (ours: string, theirs: string): number => round(rowOf(local, ours, 5).targetCpuMsPerHost / rowOf(local, theirs, 5).targetCpuMsPerHost, 2);
  return {
    goals: { scannerCpuMsPerHostAtMost: 15, timesLessCpuAtLeast: 15, timesMoreHostsPerMinuteAtLeast: 10, targetCpuShareAtMost: 0.5, handshakesPerSecondAtLeast: 60, peakRssMibAt200AtMost: 150 },
    besideSetupInTheSecondRegime: beside,
    targetCpuShare: { ofSetup: share(`sections equal to ${alone}`, `ansible ${alone}`), ofSetupPackagesServices: share(`sections equal to ${both}`, `ansible ${both}`), wholeScanOfSetupPackagesServices: share('scan', `ansible ${both}`) },
    handshakesPerSecond: { measured: round(floor.answered / floor.seconds), byProcessorTime: round(cores / ((floor.scannerCpuMsPerHost + floor.targetCpuMsPerHost) / 1000)) },
    peakRssMibAt200: Math.max(...[...local, ...emulated].filter((row) => row.what === 'scan' && row.concurrency === 200).map((row) => row.peakRssMib)),
    scannerCpuTimesFloor: round(rowOf(emulated, 'scan', 20).scannerCpuMsPerHost / floor.scannerCpuMsPerHost, 2),
  };
}

/** Our scanner beside Ansible on the same servers in the same run; a sentence when that cannot be had here. */
export async function benchAnsible(cores: number, options: AnsibleBenchOptions) {
  const missing = cpuGroupsMissing() ?? sshdMissing() ?? ansibleMissing();
  if (missing !== undefined) return { skipped: missing };
  const folder = mkdtempSync(join(tmpdir(), 'landfall-'));
  // The account of the servers goes through it.
  chmodSync(folder, 0o755);
  const groups: Groups = { scanner: createCpuGroup(`landfall-bench-scanner-${process.pid}`), targets: createCpuGroup(`landfall-bench-targets-${process.pid}`) };
  const onFarm = async <Result>(subnet: number, emulated: boolean, work: (farm: SshdFarm) => Promise<Result>): Promise<Result> => {
    const farm = await startSshdFarm({ folder: join(folder, emulated ? 'records' : 'real'), servers: SERVERS, addressesEach: ADDRESSES_EACH, group: groups.targets, subnet, emulated });
    try {
      return await work(farm);
    } finally {
      await farm.stop();
    }
  };
  try {
    const local = await onFarm(41, false, (farm) => allOnOneMachine(farm, groups, options));
    const emulated = await onFarm(42, true, (farm) => answersFromRecords(farm, groups, options));
    return { servers: SERVERS, addressesEach: ADDRESSES_EACH, scannerCoresInSecondRegime: SCANNER_CORES, compared: compare(local, emulated, cores), allOnOneMachine: local, answersFromRecords: emulated };
  } finally {
    await groups.scanner.remove();
    await groups.targets.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
