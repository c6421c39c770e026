import { AppError } from '../../../shared/kernel/app-error.ts';
import type { PlanId } from '../../../shared/kernel/ids.ts';
import type { planContract } from '../../../shared/contract/plan.ts';
import type { PlanSettings } from '../../../shared/model/plan.ts';
import { checkProblem, checkSettings } from '../../../shared/engine/waves/check-problem.ts';
import { findPrecedenceCycle } from '../../../shared/engine/waves/precedence-graph.ts';
import { moveItems } from '../../../shared/engine/waves/move-items.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { estateAssessment } from '../assessment/index.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { currentProblem, currentSettings, withGiven } from './current-problem.ts';
import { itemViews } from './item-views.ts';
import { definePlanJob } from './plan-job.ts';
import { findPlan, insertPlan, listPlans, loadSettings, saveSettings, setCurrentPlan, type StoredPlan } from './store.ts';

export { isAdopted } from './build-problem.ts';
export { currentProblem, currentSettings } from './current-problem.ts';
export { findPlan, type PlanSummary, type StoredPlan } from './store.ts';

function requirePlan(database: ProjectDatabase, planId?: PlanId): StoredPlan {
  const stored = findPlan(database, planId);
  if (!stored) throw new AppError('plan.not_found', { planId: planId ?? '' });
  return stored;
}

/** Settings that contradict themselves are refused before they are saved; the names on a circle come from the register. */
async function refuseSettings(context: CoreContext, settings: PlanSettings): Promise<void> {
  checkSettings(settings);
  const cycle = findPrecedenceCycle(settings.precedences);
  if (!cycle) return;
  const { systemById } = await estateAssessment(context.database(), context.now());
  throw new AppError('plan.precedence_cycle', { systems: cycle.map((id) => systemById.get(id)?.row.name ?? id), ids: cycle });
}

function createHandlers(context: CoreContext) {
  return {
    'plan.create': async ({ name, targets, startDate }) => {
      const database = context.database();
      const settings = await currentSettings(database, context.now(), { targets, startDate });
      checkProblem(await currentProblem(database, context.now(), settings));
      // What was saved while the estate was assessed stays; only what was given replaces it.
      const saved = loadSettings(database);
      if (targets || startDate || saved === undefined) {
        database.edit({ action: 'plan.saveSettings', by: context.userName(), summary: { targets: settings.targets.length, startDate: settings.startDate } }, () => saveSettings(database, saved === undefined ? settings : withGiven(saved, { targets, startDate })));
      }
      const revision = (listPlans(database)[0]?.revision ?? 0) + 1;
      return { jobId: context.jobs.start('plan', { name: name?.trim() || `${settings.startDate} r${revision}` }) };
    },
    'plan.moveSystems': async ({ systemIds, waveIndex }) => {
      const database = context.database();
      const proposed = await currentSettings(database, context.now());
      const stored = requirePlan(database);
      const known = new Set(stored.plan.groups.flatMap((group) => group.itemIds));
      const unknown = systemIds.find((id) => !known.has(id));
      if (unknown !== undefined) throw new AppError('record.not_found', { kind: 'system', id: unknown });
      const { problem, plan } = moveItems(stored.problem, stored.plan, systemIds, waveIndex);
      const by = context.userName();
      const made = { id: context.newId(), name: stored.summary.name, at: context.now().toISOString(), by, problem, plan };
      const summary = database.edit({ action: waveIndex === null ? 'plan.unpinSystems' : 'plan.moveSystems', by, summary: { systems: systemIds.length, waveIndex: waveIndex ?? 0, planHash: plan.planHash } }, () => {
        saveSettings(database, { ...(loadSettings(database) ?? proposed), pins: problem.settings.pins });
        return insertPlan(database, made);
      });
      return { summary, violations: plan.violations };
    },
    'plan.makeCurrent': ({ planId }) => {
      const database = context.database();
      const { summary } = requirePlan(database, planId);
      database.edit({ action: 'plan.makeCurrent', by: context.userName(), summary: { revision: summary.revision, planHash: summary.planHash } }, () => setCurrentPlan(database, planId));
      return { summary: { ...summary, current: true } };
    },
  } satisfies Partial<HandlersOf<typeof planContract>>;
}

export function createPlanFeature(context: CoreContext): HandlersOf<typeof planContract> {
  definePlanJob(context);
  return {
    ...createHandlers(context),
    'plan.getSettings': async () => ({ settings: await currentSettings(context.database(), context.now()) }),
    'plan.saveSettings': async ({ settings }) => {
      const database = context.database();
      await refuseSettings(context, settings);
      database.edit({ action: 'plan.saveSettings', by: context.userName(), summary: { targets: settings.targets.length, startDate: settings.startDate } }, () => saveSettings(database, settings));
      return { settings };
    },
    'plan.list': () => ({ plans: listPlans(context.database()) }),
    'plan.get': async ({ planId }) => {
      const { summary, problem, plan } = requirePlan(context.database(), planId);
      return { summary, plan, settings: problem.settings, items: itemViews(problem, await estateAssessment(context.database(), context.now())) };
    },
    'plan.getProblem': async () => {
      const database = context.database();
      return { problem: await currentProblem(database, context.now(), await currentSettings(database, context.now())) };
    },
    'plan.findRelaxations': async ({ planId }, { signal }) => {
      const { problem, plan } = requirePlan(context.database(), planId);
      if (plan.targets.every((target) => target.met)) return { relaxations: [] };
      return { relaxations: await context.workers.run('findRelaxations', { problem, plan }, { signal }) };
    },
    'plan.check': async ({ planId }, { signal }) => {
      const { problem, plan } = requirePlan(context.database(), planId);
      const { violations, planHash, hashMatches } = await context.workers.run('checkPlan', { problem, plan }, { signal });
      return { valid: hashMatches && !violations.some((violation) => violation.severity === 'hard'), violations, planHash, hashMatches };
    },
  };
}
