import type { Container, ContainerFacts } from '../../../shared/model/software.ts';
import { defined } from '../key-values.ts';
import { readCount } from '../read-number.ts';

const RUNTIMES = new Map([['docker', 'docker'], ['containerd', 'containerd'], ['crio', 'cri-o'], ['podman', 'podman'], ['lxc', 'lxc']]);
const MAX_GROUPS = 1000;
const MAX_PIDS = 2000;
const MICROSECONDS = 1_000_000;
/** Without a limit the kernel of old control groups says the largest number there is. */
const NO_LIMIT = 2 ** 60;

type Unit = ContainerFacts['units'][number];

const pidsOf = (fields: readonly string[]): number[] => fields.flatMap((field) => readCount(field) ?? []).slice(0, MAX_PIDS);

/** `ID|image|status|names` of `docker ps`. */
function readItem(line: string): Container | undefined {
  const [id = '', image, status, name] = line.split('|');
  return /^[0-9a-f]{12}/.test(id) ? { id: id.slice(0, 12), runtime: 'docker', pids: [], ...defined({ image: image?.slice(0, 500) || undefined, status: status?.slice(0, 200) || undefined, name: name?.slice(0, 200) || undefined }) } : undefined;
}

/** A row of `crictl ps`, by the columns of its head line. */
function readTable(lines: readonly string[]): Container[] {
  const [head = '', ...rows] = lines;
  const cell = (row: string, title: string, next: string): string => row.slice(head.indexOf(title), head.indexOf(next)).trim();
  if (!head.startsWith('CONTAINER ') || !head.includes('IMAGE ') || !head.includes('ATTEMPT ')) return [];
  return rows.flatMap((row) => {
    const id = cell(row, 'CONTAINER ', 'IMAGE ').slice(0, 12);
    if (!/^[0-9a-f]{12}$/.test(id)) return [];
    return [{ id, runtime: 'containerd', pids: [], ...defined({ image: cell(row, 'IMAGE ', 'CREATED ').slice(0, 500) || undefined, status: cell(row, 'STATE ', 'NAME ').slice(0, 200) || undefined, name: cell(row, 'NAME ', 'ATTEMPT ').slice(0, 200) || undefined }) }];
  });
}

/** One entry for each container: its control group, with what the runtime says of it. */
function merge(groups: readonly Container[], listed: readonly Container[]): Container[] {
  const found = new Map(groups.map((each) => [each.id, each]));
  for (const each of listed) {
    const group = found.get(each.id);
    found.set(each.id, group ? { ...each, runtime: group.runtime === 'unknown' ? each.runtime : group.runtime, pids: group.pids } : each);
  }
  return [...found.values()].slice(0, MAX_GROUPS);
}

function cpuLimit(quota: string | undefined, period: string | undefined): number | undefined {
  const [allowed, of] = [readCount(quota), readCount(period)];
  return allowed === undefined || of === undefined || allowed === 0 || of === 0 || of > MICROSECONDS * 10 ? undefined : allowed / of;
}

/** What this machine itself lives in, and the cluster it serves. */
function readSurroundings(lines: readonly string[]): Pick<ContainerFacts, 'nodeOf' | 'cpuLimitCores' | 'memLimitBytes'> {
  const [, node] = lines.find((line) => line.startsWith('node '))?.split(' ') ?? [];
  const [, quota, period] = lines.find((line) => line.startsWith('cpu '))?.split(' ') ?? [];
  const bytes = readCount(lines.find((line) => line.startsWith('memory '))?.slice('memory '.length)) ?? 0;
  return defined({
    nodeOf: node === 'kubernetes' || node === 'k3s' ? node : undefined,
    cpuLimitCores: cpuLimit(quota, period),
    memLimitBytes: bytes > 0 && bytes < NO_LIMIT ? bytes : undefined,
  });
}

/** undefined where no control group names anything: a host of an older kind. */
export function parseContainers(lines: readonly string[]): ContainerFacts | undefined {
  const units: Unit[] = [];
  const groups: Container[] = [];
  for (const line of lines) {
    const fields = line.split(' ');
    const [word, first = '', second = ''] = fields;
    if (word === 'unit' && first !== '' && units.length < MAX_GROUPS) units.push({ name: first.replace(/\.service$/, '').slice(0, 200), pids: pidsOf(fields.slice(2)) });
    else if (word === 'group' && second !== '') groups.push({ id: second.slice(0, 12), runtime: RUNTIMES.get(first) ?? 'unknown', pids: pidsOf(fields.slice(3)) });
  }
  const linesOf = (word: string): string[] => lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
  const containers = merge(groups, [...linesOf('docker ').flatMap((line) => readItem(line) ?? []), ...readTable(linesOf('crictl '))]);
  const surroundings = readSurroundings(lines);
  return units.length === 0 && containers.length === 0 && Object.keys(surroundings).length === 0 ? undefined : { units, containers, ...surroundings };
}
