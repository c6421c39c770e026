import { describe, expect, test } from 'vitest';
import { recordHostFacts } from '../../electron/core/inventory/index.ts';
import { countingIds, hostFacts, hostRecord } from '../support/builders.ts';
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

  test('a clone with the same machine id but another UUID is another server', () => {
    const project = openTestProject();
    const newId = countingIds();
    recordHostFacts(project, hostRecord({ newId }));
    const clone = recordHostFacts(project, hostRecord({ newId, facts: hostFacts({ identity: { hostname: 'app-01', machineId: 'a'.repeat(32), productUuid: 'uuid-2' } }) }));
    expect(clone.created).toBe(true);
  });
});
