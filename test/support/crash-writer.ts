import { writeSync } from 'node:fs';
import { openProjectFile, verifyProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore, recordHostFacts } from '../../electron/core/inventory/index.ts';
import { hostFacts, hostRecord, TEST_INSTANT } from './builders.ts';

/**
 * Writes units for ever until it is killed. Each unit is one edit (a department, its audit row, its undo step) and one
 * scanned host; its number is told only after both commits returned. First it tells what it found.
 */
const path = process.argv[3] ?? '';
const project = openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
const count = (table: string) => project.allRaw<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)[0]?.count ?? 0;
const tell = (message: object) => writeSync(1, `${JSON.stringify(message)}\n`);
const { integrity, auditValid, auditRows } = verifyProjectFile(project.path);
const lastUnit = project.allRaw<{ unit: number | null }>('SELECT max(CAST(code AS INTEGER)) AS unit FROM department')[0]?.unit ?? 0;
const halfHosts = count("server v WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.server_id = v.id) OR NOT EXISTS (SELECT 1 FROM observation o WHERE o.server_id = v.id) OR NOT EXISTS (SELECT 1 FROM host_facts f WHERE f.server_id = v.id)");
const unitsWithoutHost = project.allRaw<{ unit: number }>('SELECT CAST(code AS INTEGER) AS unit FROM department WHERE name NOT IN (SELECT hostname FROM server)').map((row) => row.unit);
tell({ mode: project.mode, integrity, auditValid, auditRows, lastUnit, departments: count('department'), steps: count('undo_step'), halfHosts, unitsWithoutHost });

for (let unit = lastUnit + 1; ; unit += 1) {
  const name = `unit-${unit}`;
  project.edit({ action: 'test.unit', by: 'writer', summary: { unit } }, () => project.runRaw('INSERT INTO department (id, name, code) VALUES (?, ?, ?)', name, name, String(unit)));
  let last = 0;
  const newId = () => {
    last += 1;
    return `${unit}-${last}`;
  };
  recordHostFacts(project, hostRecord({ newId, facts: hostFacts({ identity: { hostname: name, machineId: name } }), target: { host: `10.9.${unit >> 8}.${unit & 255}`, name: null, departmentName: null, tag: null } }));
  tell({ acknowledged: unit });
}
