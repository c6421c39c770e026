import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyProjectFile, type OpenProject } from '../../electron/core/db/index.ts';
import { deriveServer, observe, recordHostFacts } from '../../electron/core/inventory/index.ts';
import { deleteSystem, insertDepartment, insertSystem, linkByHand, settleAllServers } from '../../electron/core/organisation/index.ts';
import type { DepartmentId } from '../../shared/kernel/ids.ts';
import { countingIds, hostFacts, hostRecord, TEST_INSTANT } from '../support/builders.ts';
import { openTestProject } from '../support/open-test-project.ts';

/** The state a person sees; the trails (audit, observations, undo) only grow. */
const STATE_TABLES = ['department', 'system', 'link_rule', 'server', 'strategy_override', 'document', 'tracking_entry', 'plan'] as const;

function stateHash(project: OpenProject): string {
  const hash = createHash('sha256');
  for (const table of STATE_TABLES) hash.update(JSON.stringify([table, project.allRaw(`SELECT * FROM ${table} ORDER BY 1`)]));
  return hash.digest('hex');
}

function withServers(count: number): OpenProject {
  const project = openTestProject();
  const newId = countingIds();
  project.note(() => {
    for (let index = 0; index < count; index += 1) {
      const name = `m-${index}`;
      recordHostFacts(project, hostRecord({ newId, raw: name, facts: hostFacts({ identity: { hostname: name, machineId: name }, flows: [] }), target: { host: `10.${index >> 8}.${index & 255}.1`, name: null, departmentName: null, tag: null } }));
    }
  });
  return project;
}

const serverIds = (project: OpenProject) => project.allRaw<{ id: string }>('SELECT id FROM server ORDER BY id').map((row) => row.id);
const idsOf = (project: OpenProject, table: 'department' | 'system') => project.allRaw<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`).map((row) => row.id);
const NOTE = { action: 'test.edit', by: 'tester', summary: {} };

type Step = (project: OpenProject, pick: number, unique: number) => void;

function enter(project: OpenProject, serverId: string, value: number | null, note: string): void {
  observe(project, serverId, [{ field: 'vcpuCount', value }, { field: 'note', value: note }], { source: 'entered', by: 'tester', at: TEST_INSTANT });
  deriveServer(project, serverId);
}

/** Edits as the features make them; each may find nothing to do. */
const EDITS: readonly Step[] = [
  (project, _pick, unique) => project.runRaw('INSERT INTO department (id, name) VALUES (?, ?)', `d${unique}`, `Department ${unique}`),
  (project, pick, unique) => {
    const department = idsOf(project, 'department')[pick % 3];
    if (department) project.runRaw('INSERT INTO system (id, name, department_id, downtime_hours) VALUES (?, ?, ?, ?)', `s${unique}`, `System ${unique}`, department, 1.5);
  },
  (project, pick) => {
    const systemId = idsOf(project, 'system')[pick % 4];
    const serverId = serverIds(project)[pick % 5];
    if (systemId && serverId) linkByHand(project, [serverId], systemId);
  },
  (project, pick, unique) => {
    const systemId = idsOf(project, 'system')[pick % 2];
    if (systemId) project.runRaw('INSERT INTO link_rule (id, rank, system_id, hostname_glob) VALUES (?, ?, ?, ?)', `r${unique}`, unique, systemId, `m-${pick % 5}*`);
    settleAllServers(project);
  },
  (project, pick) => {
    const systemId = idsOf(project, 'system')[pick % 3];
    const tracked = systemId !== undefined && project.allRaw('SELECT 1 FROM tracking_entry WHERE system_id = ?', systemId).length > 0;
    if (systemId && !tracked) deleteSystem(project, systemId);
    settleAllServers(project);
  },
  (project, pick) => enter(project, serverIds(project)[pick % 5] ?? '', pick % 2 === 0 ? pick : null, `note ${pick}`),
  (project, pick, unique) => {
    const systemId = idsOf(project, 'system')[pick % 2];
    if (systemId) project.runRaw("INSERT INTO tracking_entry (system_id, state, on_date, evidence, by, recorded_at) VALUES (?, 'planned', '2026-11-02', ?, 'tester', ?)", systemId, `entry ${unique}`, TEST_INSTANT);
  },
  (project, pick) => project.runRaw("INSERT INTO document (key, body) VALUES ('plan-settings', ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body", `{"pick":${pick}}`),
  (project, pick, unique) => {
    project.runRaw('UPDATE plan SET current = 0');
    project.runRaw("INSERT INTO plan (id, revision, name, created_at, created_by, plan_hash, summary, problem, body, current) VALUES (?, ?, '', '', '', '', '{}', ?, ?, 1)", `p${unique}`, unique, Buffer.from([pick % 256, 0, 255]), Buffer.from('body'));
  },
];

test('D20 random edits, undo and redo: every state is the one that stood there before', { timeout: 120_000 }, () => {
  const steps = fc.array(fc.record({ kind: fc.constantFrom('edit' as const, 'edit' as const, 'undo' as const, 'redo' as const), edit: fc.nat({ max: EDITS.length - 1 }), pick: fc.nat({ max: 50 }) }), { minLength: 40, maxLength: 80 });
  let unique = 0;
  fc.assert(
    fc.property(steps, (list) => {
      const project = withServers(5);
      const past: string[] = [];
      const future: string[] = [];
      let now = stateHash(project);
      for (const { kind, edit, pick } of list) {
        if (kind === 'edit') {
          unique += 1;
          project.edit(NOTE, () => EDITS[edit]?.(project, pick, unique));
          const after = stateHash(project);
          if (after === now) continue;
          past.push(now);
          future.length = 0;
          now = after;
        } else {
          const [from, to] = kind === 'undo' ? [past, future] : [future, past];
          const wanted = from.pop();
          if (wanted === undefined) continue;
          project.step(kind, 'tester');
          to.push(now);
          now = stateHash(project);
          expect(now).toBe(wanted);
        }
      }
      expect(verifyProjectFile(project.path)).toMatchObject({ integrity: 'ok', auditValid: true });
      project.close();
    }),
    { numRuns: 50, seed: 20_261_102 },
  );
});

test('a register that was imported before a scan can be undone after it, and redone', () => {
  const project = openTestProject();
  project.edit(NOTE, () => {
    insertDepartment(project, 'd1', { name: '财政局' });
    insertSystem(project, 's1', { name: '预算', departmentId: 'd1' as DepartmentId });
  });
  recordHostFacts(project, hostRecord({ newId: countingIds(), target: { host: '10.1.0.11', name: null, departmentName: '财政局', tag: '预算' } }));
  const server = () => project.allRaw('SELECT system_id, department_id FROM server')[0];
  expect(server()).toEqual({ system_id: 's1', department_id: 'd1' });
  project.step('undo', 'tester');
  expect(server()).toEqual({ system_id: null, department_id: null });
  project.step('redo', 'tester');
  expect(server()).toEqual({ system_id: 's1', department_id: 'd1' });
  expect(verifyProjectFile(project.path).integrity).toBe('ok');
});

test('a new edit clears what could be redone', () => {
  const project = withServers(1);
  const rename = (name: string) => project.edit(NOTE, () => project.runRaw("INSERT INTO department (id, name) VALUES (?, ?)", name, name));
  rename('a');
  project.step('undo', 'tester');
  rename('b');
  expect(project.nextStep('redo')).toBeUndefined();
  expect(() => project.step('redo', 'tester')).toThrow(expect.objectContaining({ code: 'project.nothing_to_undo' }));
});

test('what a scan says in between is kept when an override is undone', () => {
  const project = withServers(1);
  const [serverId = ''] = serverIds(project);
  project.edit(NOTE, () => enter(project, serverId, 64, 'entered'));
  recordHostFacts(project, hostRecord({ newId: () => 'again', facts: hostFacts({ cpu: { threads: 12 }, identity: { hostname: 'm-0', machineId: 'm-0' } }) }));
  const vcpu = () => project.allRaw<{ vcpu_count: number }>('SELECT vcpu_count FROM server')[0]?.vcpu_count;
  expect(vcpu()).toBe(64);
  project.step('undo', 'tester');
  expect(vcpu()).toBe(12);
  project.step('redo', 'tester');
  expect(vcpu()).toBe(64);
});

test('an edit that fails changes nothing and leaves no step', () => {
  const project = withServers(1);
  const before = stateHash(project);
  expect(() =>
    project.edit(NOTE, () => {
      project.runRaw("INSERT INTO department (id, name) VALUES ('x', 'X')");
      throw new RangeError('stop');
    }),
  ).toThrow('stop');
  expect(stateHash(project)).toBe(before);
  expect(project.nextStep('undo')).toBeUndefined();
});

test('one undo takes back an edit of 900 servers', () => {
  const project = withServers(900);
  const ids = serverIds(project);
  project.edit(NOTE, () => {
    for (const id of ids) enter(project, id, 32, 'bulk');
  });
  project.step('undo', 'tester');
  expect(project.allRaw('SELECT 1 FROM server WHERE vcpu_count = 32')).toEqual([]);
});
