import { z } from 'zod';
import { planIdSchema } from '../../../shared/kernel/ids.ts';
import type { CoreContext } from '../context/core-context.ts';
import { currentProblem, currentSettings } from './current-problem.ts';
import { insertPlan } from './store.ts';

const inputSchema = z.object({ name: z.string() });
export type PlanJobInput = z.infer<typeof inputSchema>;

/** The job behind `plan.create`: problem from the register, plan from a worker, one row in the end. */
export function definePlanJob(context: CoreContext): void {
  context.jobs.define<PlanJobInput, { planId: string }>({
    kind: 'plan',
    pausable: false,
    resumable: true,
    run: async ({ input, signal, report }) => {
      const { name } = inputSchema.parse(input);
      const database = context.database();
      report({ fraction: 0, phase: 'gather' });
      const problem = await currentProblem(database, context.now(), await currentSettings(database, context.now()));
      const total = problem.items.length;
      report({ fraction: 0.1, phase: 'schedule', total });
      const plan = await context.workers.run('createPlan', problem, { signal, onProgress: (fraction) => report({ fraction: 0.1 + fraction * 0.8, phase: 'schedule', total, done: Math.floor(fraction * total) }) });
      report({ fraction: 0.95, phase: 'save', done: total, total });
      const planId = planIdSchema.parse(context.newId());
      const by = context.userName();
      const summary = { name, planHash: plan.planHash, assigned: plan.assignments.length, unassigned: plan.unassigned.length };
      database.record({ action: 'plan.create', by, summary }, () => insertPlan(database, { id: planId, name, at: context.now().toISOString(), by, problem, plan }));
      context.changed('plan', 'tracking', 'project');
      return { planId };
    },
  });
}
