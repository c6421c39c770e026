import { AppError } from '../../../shared/kernel/app-error.ts';
import type { organisationContract } from '../../../shared/contract/organisation.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { settleAllServers } from './linking/store.ts';
import * as store from './store.ts';

export { forgetRemovedDepartments, linkByHand, settleAllServers, settleServer } from './linking/store.ts';
export { deleteSystem, ensureDepartment, findSystem, insertDepartment, insertSystem, updateDepartment, updateSystem } from './store.ts';

/** Runs an edit; a name that is already taken is told with the name. */
function editNamed<Result>(name: string | undefined, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'record.duplicate_name') throw new AppError('record.duplicate_name', { name: name ?? '' }, { cause: error });
    throw error;
  }
}

function demandDepartment(database: ProjectDatabase, id: string): NonNullable<ReturnType<typeof store.findDepartment>> {
  const department = store.findDepartment(database, id);
  if (!department) throw new AppError('record.not_found', { kind: 'department', id });
  return department;
}

function demandSystem(database: ProjectDatabase, id: string): NonNullable<ReturnType<typeof store.findSystem>> {
  const system = store.findSystem(database, id);
  if (!system) throw new AppError('record.not_found', { kind: 'system', id });
  return system;
}

/** Departments, systems and the rules that link servers to systems. */
export function createOrganisationFeature(context: CoreContext): HandlersOf<typeof organisationContract> {
  const note = (action: string, summary: Record<string, unknown>) => ({ action: `organisation.${action}`, by: context.userName(), summary });
  return {
    'organisation.listDepartments': (input) => store.listDepartments(context.database(), input),
    'organisation.createDepartment': (draft) => {
      const database = context.database();
      const id = `dep-${context.newId()}`;
      editNamed(draft.name, () => database.edit(note('createDepartment', { name: draft.name }), () => store.insertDepartment(database, id, draft)));
      return { department: demandDepartment(database, id) };
    },
    'organisation.updateDepartment': ({ id, changes }) => {
      const database = context.database();
      const former = demandDepartment(database, id);
      editNamed(changes.name, () => database.edit(note('updateDepartment', { name: former.name }), () => store.updateDepartment(database, id, changes)));
      return { department: demandDepartment(database, id) };
    },
    'organisation.deleteDepartment': ({ id }) => {
      const database = context.database();
      const { name } = demandDepartment(database, id);
      database.edit(note('deleteDepartment', { name }), () => store.deleteDepartment(database, id));
      return { done: true };
    },
    'organisation.listSystems': (input) => store.listSystems(context.database(), input),
    'organisation.getSystem': ({ systemId }) => ({ system: demandSystem(context.database(), systemId) }),
    'organisation.createSystem': (draft) => {
      const database = context.database();
      demandDepartment(database, draft.departmentId);
      const id = `sys-${context.newId()}`;
      editNamed(draft.name, () =>
        database.edit(note('createSystem', { name: draft.name }), () => {
          store.insertSystem(database, id, draft);
          settleAllServers(database);
        }),
      );
      return { system: demandSystem(database, id) };
    },
    'organisation.updateSystems': async ({ ids, changes }) => {
      await context.backUpBeforeEdit(ids.length);
      const database = context.database();
      if (changes.departmentId !== undefined) demandDepartment(database, changes.departmentId);
      for (const id of ids) demandSystem(database, id);
      const changed = editNamed(changes.name, () =>
        database.edit(note('updateSystems', { count: ids.length, fields: Object.keys(changes).join(', ') }), () => {
          const sum = ids.reduce((total, id) => total + store.updateSystem(database, id, changes), 0);
          if (changes.departmentId !== undefined || changes.name !== undefined || changes.code !== undefined) settleAllServers(database);
          return sum;
        }),
      );
      return { changed };
    },
    'organisation.deleteSystem': ({ id }) => {
      const database = context.database();
      const { name } = demandSystem(database, id);
      database.edit(note('deleteSystem', { name }), () => {
        store.deleteSystem(database, id);
        settleAllServers(database);
      });
      return { done: true };
    },
    'organisation.listLinkRules': () => ({ rules: store.listLinkRules(context.database()) }),
    'organisation.saveLinkRules': ({ rules }) => {
      const database = context.database();
      for (const systemId of new Set(rules.map((rule) => rule.systemId))) demandSystem(database, systemId);
      const linked = database.edit(note('saveLinkRules', { count: rules.length }), () => {
        store.replaceLinkRules(database, rules);
        return settleAllServers(database);
      });
      return { linked };
    },
  };
}
