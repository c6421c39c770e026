// Times of the inventory at city size; run: node test/support/run-typescript.mjs test/perf/bench-inventory.ts
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProjectFile, openProjectFile, verifyProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore, deriveServer, listFlows, listServers, observe, recordHostFacts } from '../../electron/core/inventory/index.ts';
import { ensureDepartment, insertSystem, settleAllServers } from '../../electron/core/organisation/index.ts';
import { seededRandom } from '../../shared/kernel/seeded-random.ts';
import type { DepartmentId } from '../../shared/kernel/ids.ts';
import { countingIds, hostFacts, hostRecord, TEST_INSTANT } from '../support/builders.ts';

const SERVERS = 4717;
const folder = mkdtempSync(join(tmpdir(), 'landfall-perf-'));
const path = join(folder, 'city.landfall');
createProjectFile(path);
const project = openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
const newId = countingIds();
const random = seededRandom(1);

function measure(label: string, work: () => void, rounds = 1): void {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  process.stdout.write(`${label}: median ${times[Math.floor(rounds / 2)]?.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms\n`);
}

project.note(() => {
  for (let index = 0; index < 900; index += 1) {
    const departmentId = ensureDepartment(project, `部门 ${index % 240}`, newId);
    insertSystem(project, `s${index}`, { name: `系统 ${index}`, departmentId: departmentId as DepartmentId });
  }
});
const address = (index: number) => `10.${index >> 8}.${index & 255}.1`;
const packages = Array.from({ length: 600 }, (_, index) => ({ name: `package-${index}`, version: `1.${index}.2-3.el8`, architecture: 'x86_64' }));
const processes = Array.from({ length: 200 }, (_, index) => ({ pid: index, ppid: 1, name: `process-${index}`, user: 'root', commandLine: `/usr/bin/process-${index} --option ${index}`, residentBytes: index * 4096 }));
const raw = packages.map((item) => `${item.name} ${item.version}`).join('\n').repeat(2);
let next = 0;
const record = () => {
  const name = `srv-${next}`;
  const flows = Array.from({ length: 6 }, () => ({ transport: 'tcp' as const, direction: 'outbound' as const, peerAddress: address(random.integer(0, SERVERS - 1)), port: random.pick([5432, 3306, 8080]), processName: 'java', connections: 3 }));
  const facts = hostFacts({ identity: { hostname: name, machineId: name }, nics: [{ name: 'eth0', addresses: [{ address: address(next), prefixLength: 24, family: 'ipv4' }] }], packages: { manager: 'rpm', items: packages }, processes, flows, os: { family: 'linux', id: random.pick(['kylin', 'centos', 'uos']), name: 'x', architecture: 'x86_64' } });
  recordHostFacts(project, hostRecord({ newId, facts, raw, target: { host: address(next), name: null, departmentName: `部门 ${next % 240}`, tag: `系统 ${next % 900}` } }));
  next += 1;
};
measure('record one host (own transaction)', record, SERVERS);
measure('list, no filter, 100 rows', () => void listServers(project, { filter: '', sort: [], offset: 0, limit: 100 }), 30);
measure('list, filter and sort', () => void listServers(project, { filter: 'os:kylin mem>8G !dept:"部门 7" srv', sort: [{ field: 'cpuP95Ratio', descending: true }], offset: 200, limit: 100 }), 30);
measure('list, words over everything', () => void listServers(project, { filter: '系统', sort: [{ field: 'systemName', descending: false }], offset: 0, limit: 500 }), 30);
measure('flows of one server', () => void listFlows(project, { serverId: 'srv-000950', offset: 0, limit: 100 }), 10);
measure('flows, all', () => void listFlows(project, { offset: 0, limit: 100 }), 5);
measure('settle all servers', () => void project.note(() => settleAllServers(project)), 3);
const ids = project.allRaw<{ id: string }>('SELECT id FROM server LIMIT 900').map((row) => row.id);
measure('edit 900 servers', () => project.edit({ action: 'perf.edit', by: 'perf', summary: {} }, () => {
  for (const id of ids) {
    observe(project, id, [{ field: 'vcpuCount', value: 32 }], { source: 'entered', by: 'perf', at: TEST_INSTANT });
    deriveServer(project, id);
  }
}));
measure('undo 900 servers', () => void project.step('undo', 'perf'));
measure('verify', () => void verifyProjectFile(project.path));
project.close();
process.stdout.write(`file ${(statSync(path).size / 1e6).toFixed(0)} MB\n`);
measure('open', () => openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined }).close());
rmSync(folder, { recursive: true });
