import type { AppError } from '../../../../../shared/kernel/app-error.ts';
import { planIdSchema } from '../../../../../shared/kernel/ids.ts';
import { useCall } from '../../../api/use-call.ts';
import type { PlanView } from '../lib/plan-view.ts';

export interface ShownPlan {
  /** undefined: there is none, or it is not yet read. */
  readonly view: PlanView | undefined;
  /** There is no such plan. */
  readonly missing: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
}

/** The plan named in the address, else the current one, which is asked for only where there is one. */
export function useShownPlan(id: string | undefined): ShownPlan {
  const planId = planIdSchema.safeParse(id);
  const plans = useCall('plan.list', {});
  const known = planId.success || (plans.data?.plans.some((plan) => plan.current) ?? false);
  const answer = useCall('plan.get', planId.success ? { planId: planId.data } : {}, { keepPrevious: true, enabled: known });
  // A plan that is gone (undone, another project) must not stay on the screen.
  const missing = (plans.data !== undefined && !known) || answer.error?.code === 'plan.not_found';
  return { view: missing ? undefined : answer.data, missing, error: plans.error ?? answer.error, retry: () => void (plans.error === null ? answer : plans).refetch() };
}
