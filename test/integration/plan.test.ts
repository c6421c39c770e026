import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { systemIdSchema, type SystemId } from '../../shared/kernel/ids.ts';
import type { Core } from '../../electron/core/app/index.ts';
import { checkPlan, reportedFindings } from '../support/plan-checker/check-plan.ts';
import { startCoreWithProject } from '../support/core-fixture.ts';

const NOW = new Date('2026-11-25T08:00:00Z');
const START = '2026-11-30' as CalendarDate;

async function register(core: Core, systems: number): Promise<SystemId[]> {
  const ids: SystemId[] = [];
  for (const name of ['Finance', 'Health', 'Water']) {
    const { department } = await core.call('organisation.createDepartment', { name });
    for (let position = 0; position < systems; position += 1) {
      const { system } = await core.call('organisation.createSystem', { name: `${name} ${position}`, departmentId: department.id, criticality: position === 0 ? 'vital' : 'medium', environment: 'production' });
      ids.push(systemIdSchema.parse(system.id));
    }
  }
  return ids;
}

async function makePlan(core: Core, input: Parameters<typeof core.call<'plan.create'>>[1] = {}) {
  const { jobId } = await core.call('plan.create', input);
  for (;;) {
    const { job } = await core.call('job.get', { jobId });
    if (job.state === 'succeeded') break;
    if (job.state !== 'queued' && job.state !== 'running') throw new Error(`${job.state} ${JSON.stringify(job.error)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return core.call('plan.get', {});
}

describe('plan', () => {
  it('is made from the register, kept with its problem, and passes both checks', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    await register(core, 6);
    const { summary, plan, settings, items } = await makePlan(core);
    expect(settings.startDate).toBe(START);
    expect(summary).toMatchObject({ revision: 1, current: true, assignedCount: 18, unassignedCount: 0 });
    expect(items).toHaveLength(18);
    expect(plan.targets.every((target) => target.met)).toBe(true);
    const { problem } = await core.call('plan.getProblem', {});
    expect(checkPlan(problem, plan)).toEqual(reportedFindings(plan));
    expect(await core.call('plan.check', {})).toMatchObject({ valid: true, hashMatches: true, planHash: plan.planHash });
  });

  it('saves targets and start given with the command, and refuses those that mean nothing', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    await expect(core.call('plan.create', {})).rejects.toMatchObject({ code: 'plan.no_systems' });
    await register(core, 2);
    const targets = [{ ratio: 0.8, date: addDays(START, 100) }, { ratio: 1, date: addDays(START, 150) }];
    const { plan } = await makePlan(core, { targets });
    expect(plan.targets.map((target) => target.met)).toEqual([true, true]);
    expect((await core.call('plan.getSettings', {})).settings.targets).toEqual(targets);
    await expect(core.call('plan.create', { targets: [{ ratio: 1, date: addDays(START, -30) }] })).rejects.toMatchObject({ code: 'plan.invalid_target' });
  });

  it('moves systems by hand into a new revision, keeps the pin on re-planning, and takes it back by undo', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    const [first] = await register(core, 4);
    if (first === undefined) throw new Error('no system');
    await makePlan(core);
    const moved = await core.call('plan.moveSystems', { systemIds: [first], waveIndex: 9 });
    expect(moved.summary).toMatchObject({ revision: 2, current: true });
    const again = await makePlan(core);
    expect(again.summary.revision).toBe(3);
    expect(again.plan.assignments.find(({ itemId }) => itemId === first)).toMatchObject({ waveIndex: 9, pinned: true });
    const unpinned = await core.call('plan.moveSystems', { systemIds: [first], waveIndex: null });
    expect(unpinned.summary.revision).toBe(4);
    await core.call('project.undo', {});
    const { summary, settings } = await core.call('plan.get', {});
    expect(summary.revision).toBe(3);
    expect(settings.pins).toEqual({ [first]: 9 });
    await core.call('project.undo', {});
    const { plans } = await core.call('plan.list', {});
    expect(plans.map(({ revision, current }) => [revision, current])).toEqual([[3, true], [1, false]]);
    expect((await core.call('plan.get', {})).summary.revision).toBe(3);
    await expect(core.call('plan.moveSystems', { systemIds: [systemIdSchema.parse('nobody')], waveIndex: 1 })).rejects.toMatchObject({ code: 'record.not_found' });
  });

  it('P02 offers changes under which a missed target is met, each of which keeps its word', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    await register(core, 6);
    const { settings } = await core.call('plan.getSettings', {});
    await core.call('plan.saveSettings', { settings: { ...settings, targets: [{ ratio: 1, date: addDays(START, 27) }] } });
    const { plan } = await makePlan(core);
    expect(plan.targets[0]?.met).toBe(false);
    const { relaxations } = await core.call('plan.findRelaxations', {});
    expect(relaxations.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['later-dates', 'lower-shares']));
    for (const relaxation of relaxations) {
      await core.call('plan.saveSettings', { settings: relaxation.settings });
      expect((await makePlan(core)).plan.targets.every((target) => target.met)).toBe(true);
    }
    expect((await core.call('plan.findRelaxations', {})).relaxations).toEqual([]);
  });

  it('P03 refuses an order that runs in a circle and names the systems', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    const [first, second] = await register(core, 2);
    const { settings } = await core.call('plan.getSettings', {});
    const precedences = [{ before: `${first}`, after: `${second}` }, { before: `${second}`, after: `${first}` }];
    await expect(core.call('plan.saveSettings', { settings: { ...settings, precedences } })).rejects.toMatchObject({ code: 'plan.precedence_cycle', params: { systems: expect.arrayContaining(['Finance 0', 'Finance 1']) } });
  });

  it('lists revisions and makes an older one current', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    await register(core, 2);
    const one = await makePlan(core, { name: 'First' });
    await makePlan(core, { name: 'Second' });
    await core.call('plan.makeCurrent', { planId: one.summary.id });
    const { plans } = await core.call('plan.list', {});
    expect(plans.map(({ name, current }) => [name, current])).toEqual([['Second', false], ['First', true]]);
  });
});

describe('assessment', () => {
  it('gives each system a strategy with its rule, and a person the last word', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    const [first] = await register(core, 1);
    if (first === undefined) throw new Error('no system');
    const before = await core.call('assessment.listSystems', {});
    expect(before.byStrategy).toMatchObject({ rehost: 3, retain: 0 });
    await core.call('assessment.overrideStrategy', { systemIds: [first], strategy: 'retain', reason: 'ends in 2027' });
    const after = await core.call('assessment.listSystems', { strategies: ['retain'] });
    expect(after.rows).toMatchObject([{ systemId: first, overridden: true, result: { ruleId: 'override', reason: 'ends in 2027' } }]);
    const { problem } = await core.call('plan.getProblem', {});
    expect(problem.items.find(({ id }) => id === first)).toMatchObject({ moves: false, counts: 'excluded' });
    await core.call('project.undo', {});
    expect((await core.call('assessment.listSystems', {})).byStrategy.retain).toBe(0);
  });
});

describe('tracking', () => {
  it('has no progress before there is a plan, then three curves and who is late', async () => {
    let now = NOW;
    const { core } = await startCoreWithProject({ now: () => now });
    const ids = await register(core, 2);
    expect((await core.call('tracking.getProgress', {})).progress).toBeNull();
    const { plan } = await makePlan(core);
    const [first, second] = [...plan.assignments].sort((left, right) => (left.cutOverDate < right.cutOverDate ? -1 : 1));
    if (!first || !second) throw new Error('two assignments are expected');
    now = new Date(`${addDays(plan.adoption.systems.at(-1)?.date ?? START, 1)}T08:00:00Z`);
    const done = systemIdSchema.parse(first.itemId);
    await core.call('tracking.setState', { systemIds: [done], state: 'cut-over', on: first.cutOverDate, evidence: 'ticket 7' });
    const { progress } = await core.call('tracking.getProgress', {});
    expect(progress).toMatchObject({ plannedRatioToday: 1, adoptedRatio: 1 / 6, provenRatio: 0, untracked: 5 });
    expect(progress?.departments.flatMap((department) => department.lateSystemIds).sort()).toEqual(ids.filter((id) => id !== done).sort());
    await core.call('tracking.setState', { systemIds: [done], state: 'accepted', on: addDays(first.cutOverDate, 1), evidence: 'signed' });
    expect((await core.call('tracking.getProgress', {})).progress?.provenRatio).toBeCloseTo(1 / 6);
    expect((await core.call('tracking.listSystems', { lateOnly: true })).total).toBe(5);
  });

  it('asks for evidence from the cut-over on, keeps the order, and keeps every entry', async () => {
    const { core } = await startCoreWithProject({ now: () => NOW });
    const [system] = await register(core, 1);
    if (system === undefined) throw new Error('no system');
    const on = '2026-11-20' as CalendarDate;
    await expect(core.call('tracking.setState', { systemIds: [system], state: 'cut-over', on, evidence: ' ' })).rejects.toMatchObject({ code: 'tracking.evidence_required' });
    await expect(core.call('tracking.setState', { systemIds: [system], state: 'accepted', on, evidence: 'x' })).rejects.toMatchObject({ code: 'tracking.invalid_transition' });
    await core.call('tracking.setState', { systemIds: [system], state: 'cut-over', on, evidence: 'ticket 1' });
    await core.call('tracking.setState', { systemIds: [system], state: 'replicated', on, evidence: 'rolled back' });
    const { entries } = await core.call('tracking.listHistory', { systemId: system });
    expect(entries.map((entry) => entry.state)).toEqual(['cut-over', 'replicated']);
    expect((await core.call('tracking.getProgress', {})).progress?.adoptedRatio).toBe(0);
  });
});
