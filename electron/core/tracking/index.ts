import { AppError } from '../../../shared/kernel/app-error.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { localCalendarDate } from '../../../shared/kernel/local-date.ts';
import type { SystemId } from '../../../shared/kernel/ids.ts';
import type { trackingContract } from '../../../shared/contract/tracking.ts';
import type { AdoptionMeasure } from '../../../shared/model/plan.ts';
import type { Progress, TrackingEntry, TrackingState } from '../../../shared/model/tracking.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { estateAssessment } from '../assessment/index.ts';
import { currentProblem, currentSettings, findPlan } from '../plan/index.ts';
import { transitionProblem } from './check-transition.ts';
import { deriveProgress } from './derive-progress.ts';
import { listTrackedSystems } from './list-systems.ts';
import { appendEntry, loadEntries, loadHistory } from './store.ts';

function today(context: CoreContext): CalendarDate {
  return localCalendarDate(context.now());
}

async function progressOf(context: CoreContext, asOf: CalendarDate, measure: AdoptionMeasure | undefined): Promise<Progress | null> {
  const database = context.database();
  const { stored, entries } = database.read(() => ({ stored: findPlan(database), entries: loadEntries(database) }));
  if (!stored && entries.size === 0) return null;
  const settings = stored?.problem.settings ?? (await currentSettings(database, context.now()));
  const { items, departments } = await currentProblem(database, context.now(), settings);
  return deriveProgress({ asOf, measure: measure ?? settings.measure, settings, items, departments, plan: stored?.plan, entries });
}

interface StateChange {
  readonly systemIds: readonly SystemId[];
  readonly state: TrackingState;
  readonly on: CalendarDate;
  readonly evidence: string;
}

/** All or none: one system that may not take the step refuses the whole change. */
async function setState(context: CoreContext, change: StateChange): Promise<number> {
  const database = context.database();
  const { systemById } = await estateAssessment(database, context.now());
  const ids = [...new Set(change.systemIds)];
  const by = context.userName();
  const recordedAt = context.now().toISOString();
  const entries = ids.map((systemId): TrackingEntry => {
    const system = systemById.get(systemId);
    if (!system) throw new AppError('record.not_found', { kind: 'system', id: systemId });
    const problem = transitionProblem(loadHistory(database, systemId).at(-1), change, today(context));
    if (problem === 'evidence') throw new AppError('tracking.evidence_required', { system: system.row.name, state: change.state });
    if (problem) throw new AppError('tracking.invalid_transition', { system: system.row.name, state: change.state, problem });
    return { systemId, state: change.state, on: change.on, evidence: change.evidence, by, recordedAt };
  });
  database.edit({ action: 'tracking.setState', by, summary: { systems: ids.length, state: change.state, on: change.on } }, () => {
    for (const entry of entries) appendEntry(database, entry);
  });
  return entries.length;
}

export function createTrackingFeature(context: CoreContext): HandlersOf<typeof trackingContract> {
  return {
    'tracking.listSystems': async ({ offset, limit, asOf, ...query }) => {
      const database = context.database();
      const { systems } = await estateAssessment(database, context.now());
      const rows = listTrackedSystems(systems, findPlan(database)?.plan, loadEntries(database), { ...query, asOf: asOf ?? today(context) });
      return { rows: rows.slice(offset, offset + limit), total: rows.length, grandTotal: systems.length };
    },
    'tracking.setState': async (change) => {
      await context.backUpBeforeEdit(change.systemIds.length);
      return { changed: await setState(context, change) };
    },
    'tracking.listHistory': async ({ systemId }) => {
      const database = context.database();
      if (!(await estateAssessment(database, context.now())).systemById.has(systemId)) throw new AppError('record.not_found', { kind: 'system', id: systemId });
      return { entries: loadHistory(database, systemId) };
    },
    'tracking.getProgress': async ({ measure, asOf }) => ({ progress: await progressOf(context, asOf ?? today(context), measure) }),
  };
}
