import { setImmediate as nextTurn } from 'node:timers/promises';
import { CONTROL_CHARACTERS } from '../../../shared/kernel/control-characters.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { inventoryContract } from '../../../shared/contract/inventory.ts';
import { completionPointAt, insertableValue } from '../../../shared/engine/filter/suggest-completions.ts';
import { parseFilter } from '../../../shared/engine/filter/parse-filter.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { findSystem, linkByHand, settleServer } from '../organisation/index.ts';
import { checkChanges } from './check-changes.ts';
import { readConflicts } from './dated/read-conflicts.ts';
import { splitEvidence } from './evidence/evidence-text.ts';
import { readEvidence } from './evidence/store.ts';
import { commonValues } from './filter/store.ts';
import { countFlows, listFlows } from './flows/store.ts';
import { rejoinServer, splitServer } from './identity/split-server.ts';
import { deriveServer, observe } from './observations/store.ts';
import { unpackText } from './packed-json.ts';
import { readServerDetail } from './server-detail.ts';
import { listServers, missingServers } from './servers/store.ts';
import { deleteView, listViews, saveView } from './views/store.ts';

type Contract = typeof inventoryContract;
type Handlers = HandlersOf<Contract>;

/** What one answer may carry of a text; a whole contact is about 60 kB. */
const MAX_EVIDENCE_CHARACTERS = 2_000_000;

function demandServers(database: ProjectDatabase, ids: readonly string[]): void {
  const missing = missingServers(database, ids);
  if (missing.length > 0) throw new AppError('record.not_found', { kind: 'server', id: missing[0] ?? '', count: missing.length });
}

function createEdits(context: CoreContext): Pick<Handlers, 'inventory.editServers' | 'inventory.linkServers'> {
  return {
    'inventory.editServers': async ({ serverIds, changes }) => {
      const values = checkChanges(changes);
      demandServers(context.database(), serverIds);
      await context.backUpBeforeEdit(serverIds.length);
      const database = context.database();
      const by = context.userName();
      const origin = { source: 'entered', by, at: context.now().toISOString() } as const;
      const fields = values.map((value) => value.field).join(', ');
      const changed = database.edit({ action: 'inventory.editServers', by, summary: { count: serverIds.length, fields } }, () =>
        serverIds.filter((serverId) => {
          if (observe(database, serverId, values, origin) === 0) return false;
          deriveServer(database, serverId);
          settleServer(database, serverId);
          return true;
        }),
      );
      return { changed: changed.length };
    },
    'inventory.linkServers': async ({ serverIds, systemId }) => {
      const system = systemId === null ? undefined : findSystem(context.database(), systemId);
      if (systemId !== null && !system) throw new AppError('record.not_found', { kind: 'system', id: systemId });
      demandServers(context.database(), serverIds);
      await context.backUpBeforeEdit(serverIds.length);
      const database = context.database();
      const note = { action: 'inventory.linkServers', by: context.userName(), summary: { count: serverIds.length, system: system?.name ?? '' } };
      return { changed: database.edit(note, () => linkByHand(database, serverIds, systemId)) };
    },
  };
}

function createIdentity(context: CoreContext): Pick<Handlers, 'inventory.splitServer' | 'inventory.rejoinServer'> {
  const options = () => ({ by: context.userName(), at: context.now().toISOString(), newId: context.newId });
  return {
    'inventory.splitServer': ({ serverId, place }) => splitServer(context.database(), serverId, place, options()),
    'inventory.rejoinServer': ({ serverId }) => rejoinServer(context.database(), serverId, options()),
  };
}

function createViews(context: CoreContext): Pick<Handlers, 'inventory.listViews' | 'inventory.saveView' | 'inventory.deleteView'> {
  return {
    'inventory.listViews': () => ({ views: listViews(context.database()) }),
    'inventory.saveView': (draft) => {
      const database = context.database();
      const view = { id: `view-${context.newId()}`, ...draft };
      database.record({ action: 'inventory.saveView', by: context.userName(), summary: { name: view.name } }, () => saveView(database, view));
      return { view };
    },
    'inventory.deleteView': ({ id }) => {
      const database = context.database();
      database.record({ action: 'inventory.deleteView', by: context.userName(), summary: { id } }, () => {
        if (deleteView(database, id) === 0) throw new AppError('record.not_found', { kind: 'view', id });
      });
      return { done: true };
    },
  };
}

function suggest(database: ProjectDatabase, text: string, caret: number): ReturnType<Handlers['inventory.suggestFilter']> {
  const point = completionPointAt(text, caret);
  const parsed = parseFilter(text);
  const suggestions =
    point.kind === 'field'
      ? point.fields.map(({ insert, field }) => ({ insert, label: field, count: null }))
      : commonValues(database, point.field, point.prefix).map(({ value, count }) => ({ insert: `${point.before}${insertableValue(value)}`, label: value, count }));
  return { suggestions, problem: parsed.ok ? null : { at: parsed.problem.at, reason: parsed.problem.reason } };
}

/** Servers as they are now, with the evidence behind each value. */
export function createInventoryFeature(context: CoreContext): Handlers {
  return {
    'inventory.listServers': (input) => listServers(context.database(), input),
    'inventory.getServer': ({ serverId }) => readServerDetail(context.database(), serverId),
    'inventory.getEvidence': ({ evidenceId, section }) => {
      const stored = readEvidence(context.database(), evidenceId);
      const whole = stored && unpackText(stored.body);
      if (!stored || whole === undefined) throw new AppError('record.not_found', { kind: 'evidence', id: evidenceId });
      const text = (section ? (splitEvidence(whole).get(section) ?? whole) : whole).replace(CONTROL_CHARACTERS, '\ufffd');
      return { text: text.slice(0, MAX_EVIDENCE_CHARACTERS), truncated: text.length > MAX_EVIDENCE_CHARACTERS, collectedAt: stored.collectedAt, sha256: stored.sha256 };
    },
    'inventory.listFlows': async (input) => {
      const database = context.database();
      const rows = listFlows(database, input);
      // Each reads every flow of a city once: another call may come between.
      await nextTurn();
      return { rows, ...countFlows(database, input) };
    },
    'inventory.suggestFilter': ({ text, caret }) => suggest(context.database(), text, caret),
    'inventory.listConflicts': () => ({ conflicts: readConflicts(context.database()) }),
    ...createEdits(context),
    ...createIdentity(context),
    ...createViews(context),
  };
}
