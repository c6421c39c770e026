import { departmentIdSchema } from '../../../shared/kernel/ids.ts';
import { departmentPatchSchema } from '../../../shared/model/department.ts';
import { systemPatchSchema } from '../../../shared/model/service-system.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { recordImportedServer } from '../inventory/index.ts';
import { ensureDepartment, insertDepartment, insertSystem, settleAllServers, updateDepartment, updateSystem } from '../organisation/index.ts';
import type { ImportKind } from './import-fields.ts';
import type { PlannedRow } from './plan-rows.ts';
import { linkAsImported, serverIdsNamed, systemIdNamed } from './store.ts';

interface Apply {
  readonly database: ProjectDatabase;
  readonly newId: () => string;
  /** Instant of the import, for provenance. */
  readonly at: string;
  /** The file's name: who says so. */
  readonly by: string;
}

type Values = PlannedRow['values'];

/** Values of the row that a patch schema knows; the schema is the judge of their types. */
function patchOf<Patch>(schema: { parse(value: unknown): Patch; readonly shape: object }, values: Values): Patch {
  return schema.parse(Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(schema.shape, key))));
}

function applyDepartment({ database, newId }: Apply, planned: PlannedRow): void {
  const patch = patchOf(departmentPatchSchema, planned.values);
  if (planned.id !== null) updateDepartment(database, planned.id, patch);
  else insertDepartment(database, `dep-${newId()}`, { ...patch, name: String(planned.values['name']) });
}

function applySystem(apply: Apply, planned: PlannedRow): void {
  const { database, newId } = apply;
  const patch = patchOf(systemPatchSchema, planned.values);
  const id = planned.id ?? `sys-${newId()}`;
  if (planned.id !== null) updateSystem(database, id, patch);
  else insertSystem(database, id, { ...patch, name: String(planned.values['name']), departmentId: departmentIdSchema.parse(ensureDepartment(database, String(planned.values['department']), newId)) });
  const servers = planned.values['servers'];
  if (typeof servers === 'object') linkAsImported(database, serverIdsNamed(database, servers), id);
}

/** Values the inventory keeps as observations; the department a server is said to belong to is one of them. */
function serverValues({ department, ...values }: Values): Record<string, string | number> {
  const known = Object.entries({ ...values, departmentName: department }).filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number');
  return Object.fromEntries(known);
}

function applyServer({ database, newId, at, by }: Apply, planned: PlannedRow): void {
  const { department, system } = planned.values;
  if (typeof department === 'string') ensureDepartment(database, department, newId);
  const serverId = recordImportedServer(database, { serverId: planned.id, values: serverValues(planned.values), at, by, newId });
  const systemId = typeof system === 'string' ? systemIdNamed(database, system) : undefined;
  if (systemId !== undefined) linkAsImported(database, [serverId], systemId);
}

const APPLY: Readonly<Record<ImportKind, (apply: Apply, planned: PlannedRow) => void>> = { departments: applyDepartment, systems: applySystem, servers: applyServer };

/** Inside one transaction: carries out what the plan of the rows says, then settles which server belongs where. */
export function applyRows(apply: Apply, kind: ImportKind, rows: readonly PlannedRow[]): void {
  for (const planned of rows) {
    if (planned.row.action === 'create' || planned.row.action === 'update' || (planned.row.action === 'unchanged' && planned.values['servers'] !== undefined)) APPLY[kind](apply, planned);
  }
  settleAllServers(apply.database);
}
