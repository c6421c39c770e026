import { describe, expect, test } from 'vitest';
import { countFlows, listFlows, recordFailedHost, recordHostFacts, recordImportedServer } from '../../electron/core/inventory/index.ts';
import { insertDepartment, insertSystem } from '../../electron/core/organisation/index.ts';
import type { DepartmentId } from '../../shared/kernel/ids.ts';
import type { Flow } from '../../shared/model/host-facts.ts';
import { countingIds, hostFacts, hostRecord, TEST_INSTANT } from '../support/builders.ts';
import { openTestProject } from '../support/open-test-project.ts';

interface ServerRow {
  readonly hostname: string;
  readonly os_id: string | null;
  readonly vcpu_count: number | null;
  readonly department: string | null;
}

const ROWS = 'SELECT v.hostname, v.os_id, v.vcpu_count, d.name AS department FROM server v LEFT JOIN department d ON d.id = v.department_id ORDER BY v.id';

describe('recordHostFacts', () => {
  test('stores a new server with its evidence, observations and department', () => {
    const project = openTestProject();
    const recorded = recordHostFacts(project, hostRecord({ newId: countingIds() }));
    expect(recorded.created).toBe(true);
    expect(project.allRaw<ServerRow>(ROWS)).toEqual([{ hostname: 'app-01', os_id: 'kylin', vcpu_count: 8, department: '财政局' }]);
    expect(project.allRaw('SELECT 1 FROM evidence')).toHaveLength(1);
    expect(project.allRaw("SELECT value FROM observation WHERE field = 'memBytes'")).toEqual([{ value: String(16 * 1024 ** 3) }]);
  });

  test('a second contact with the same machine adds only what changed', () => {
    const project = openTestProject();
    const newId = countingIds();
    const first = recordHostFacts(project, hostRecord({ newId }));
    const before = project.allRaw('SELECT id FROM observation').length;
    const second = recordHostFacts(project, hostRecord({ newId, facts: hostFacts({ cpu: { threads: 16 } }) }));
    expect(second).toMatchObject({ serverId: first.serverId, created: false });
    expect(project.allRaw('SELECT id FROM observation')).toHaveLength(before + 1);
    expect(project.allRaw<ServerRow>(ROWS)[0]?.vcpu_count).toBe(16);
  });

  test('figures no field allows are left out, the rest is kept', () => {
    const project = openTestProject();
    const facts = hostFacts({ cpu: { threads: 2.5 }, memory: { memBytes: -1, swapBytes: 0 }, os: { family: 'linux', id: 'kylin', name: 'Kylin', architecture: 'aarch64' } });
    recordHostFacts(project, hostRecord({ newId: countingIds(), facts }));
    expect(project.allRaw('SELECT vcpu_count, mem_bytes, os_id FROM server')).toEqual([{ vcpu_count: null, mem_bytes: null, os_id: 'kylin' }]);
  });

  test('a register fills what no scan has said and never hides what one did', () => {
    const project = openTestProject();
    const newId = countingIds();
    const { serverId } = recordHostFacts(project, hostRecord({ newId }));
    project.note(() => recordImportedServer(project, { serverId, values: { vcpuCount: 99, environment: 'production', kind: 'cloud' }, at: TEST_INSTANT, by: 'register.csv', newId }));
    expect(project.allRaw('SELECT vcpu_count, environment, kind FROM server')).toEqual([{ vcpu_count: 8, environment: 'production', kind: 'virtual' }]);
  });

  test('a server only registered becomes the scanned one when it is met', () => {
    const project = openTestProject();
    const newId = countingIds();
    const registered = project.note(() => recordImportedServer(project, { serverId: null, values: { hostname: 'APP-01', address: '10.1.0.11' }, at: TEST_INSTANT, by: 'register.csv', newId }));
    expect(recordHostFacts(project, hostRecord({ newId }))).toMatchObject({ serverId: registered, created: false });
  });

  test('traffic both ends saw is listed once, with its servers', () => {
    const project = openTestProject();
    const newId = countingIds();
    const machine = (name: string, address: string, flow: Pick<Flow, 'direction' | 'peerAddress'>) =>
      hostRecord({
        newId,
        target: { host: address, name: null, departmentName: '财政局', tag: name },
        facts: hostFacts({ identity: { hostname: name, machineId: name }, nics: [{ name: 'eth0', addresses: [{ address, prefixLength: 24, family: 'ipv4' }] }], flows: [{ ...flow, transport: 'tcp', port: 5432, processName: 'java', connections: 4 }] }),
      });
    project.edit({ action: 'test.register', by: 'tester', summary: {} }, () => {
      insertDepartment(project, 'd1', { name: '财政局' });
      for (const name of ['app', 'db']) insertSystem(project, `s-${name}`, { name, departmentId: 'd1' as DepartmentId });
    });
    recordHostFacts(project, machine('app', '10.1.0.11', { direction: 'outbound', peerAddress: '10.1.0.12' }));
    recordHostFacts(project, machine('db', '10.1.0.12', { direction: 'inbound', peerAddress: '10.1.0.11' }));
    expect(listFlows(project, { systemId: 's-db', offset: 0, limit: 10 })).toMatchObject([{ fromName: 'app', toName: 'db' }]);
    expect(countFlows(project, { systemId: 's-db' }).total).toBe(1);
  });

  test('a clone with the same machine id but another UUID is another server', () => {
    const project = openTestProject();
    const newId = countingIds();
    recordHostFacts(project, hostRecord({ newId }));
    const clone = recordHostFacts(project, hostRecord({ newId, facts: hostFacts({ identity: { hostname: 'app-01', machineId: 'a'.repeat(32), productUuid: 'uuid-2' } }) }));
    expect(clone.created).toBe(true);
  });
});

describe('recordFailedHost', () => {
  const STATES = 'SELECT v.id, v.hostname, v.address, v.scan_state AS state, v.last_error_code AS code, d.name AS department FROM server v LEFT JOIN department d ON d.id = v.department_id ORDER BY v.id';
  const target = { host: '10.1.0.11', name: 'app-01', departmentName: '财政局', tag: 'OA' };

  function setUp() {
    const project = openTestProject();
    const newId = countingIds();
    const fail = (changes: Partial<Parameters<typeof recordFailedHost>[1]> = {}) =>
      project.note(() => recordFailedHost(project, { target, errorCode: 'REFUSED', runId: 'run-1', at: TEST_INSTANT, newId, ...changes }));
    return { project, newId, fail };
  }

  test('a listed host that did not answer is a server of its department, once', () => {
    const { project, fail } = setUp();
    const serverId = fail();
    expect(fail({ errorCode: 'UNREACHABLE' })).toBe(serverId);
    expect(fail({ serverId })).toBe(serverId);
    expect(project.allRaw(STATES)).toEqual([{ id: serverId, hostname: 'app-01', address: '10.1.0.11', state: 'failed', code: 'REFUSED', department: '财政局' }]);
  });

  test('without a name it is called as it was listed; an address of this computer only is not kept', () => {
    const { project, fail } = setUp();
    fail({ target: { host: '127.0.0.1', name: null, departmentName: null, tag: null } });
    expect(project.allRaw('SELECT hostname, address FROM server')).toEqual([{ hostname: '127.0.0.1', address: null }]);
    expect(project.allRaw('SELECT 1 FROM server_address')).toEqual([]);
  });

  test('read later, it becomes the real server with the same id', () => {
    const { project, newId, fail } = setUp();
    const serverId = fail({ target: { ...target, name: 'listed-otherwise' } });
    const read = recordHostFacts(project, hostRecord({ newId, placeServerId: serverId }));
    expect(read).toMatchObject({ serverId, created: false });
    expect(project.allRaw('SELECT hostname, scan_state, last_error_code FROM server')).toEqual([{ hostname: 'app-01', scan_state: 'scanned', last_error_code: null }]);
  });

  test('a row that stood for a machine known already goes, unless a person said something about it', () => {
    const { project, newId, fail } = setUp();
    const known = recordHostFacts(project, hostRecord({ newId }));
    const standIn = fail({ target: { ...target, host: '10.1.0.99', name: 'alias' } });
    recordHostFacts(project, hostRecord({ newId, placeServerId: standIn }));
    expect(project.allRaw<{ id: string }>('SELECT id FROM server')).toEqual([{ id: known.serverId }]);

    const edited = fail({ target: { ...target, host: '10.1.0.99', name: 'alias' } });
    project.note(() => recordImportedServer(project, { serverId: edited, values: { note: 'behind a firewall' }, at: TEST_INSTANT, by: 'register.csv', newId }));
    recordHostFacts(project, hostRecord({ newId, placeServerId: edited }));
    expect(project.allRaw<{ id: string }>('SELECT id FROM server ORDER BY id')).toHaveLength(2);
  });

  test.each([
    ['by name', { hostname: 'APP-01' }],
    ['by address', { hostname: 'zw-fin-01', address: '10.1.0.11' }],
  ])('a server of a register is recognised %s', (_how, values) => {
    const { project, newId, fail } = setUp();
    const registered = project.note(() => recordImportedServer(project, { serverId: null, values, at: TEST_INSTANT, by: 'register.csv', newId }));
    expect(fail()).toBe(registered);
    expect(project.allRaw('SELECT scan_state FROM server')).toEqual([{ scan_state: 'failed' }]);
  });

  test('a machine of the same name elsewhere is another one', () => {
    const { project, newId, fail } = setUp();
    const known = recordHostFacts(project, hostRecord({ newId }));
    expect(fail({ target: { ...target, host: '10.9.0.1' } })).not.toBe(known.serverId);
    expect(project.allRaw('SELECT scan_state FROM server WHERE id = ?', known.serverId)).toEqual([{ scan_state: 'scanned' }]);
  });
});
