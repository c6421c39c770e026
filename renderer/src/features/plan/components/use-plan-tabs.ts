import { useTranslation } from 'react-i18next';
import type { TabItem } from '../../../ui/tabs.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { PLAN_TABS, type PlanTab } from '../lib/plan-search.ts';
import type { PlanView } from '../lib/plan-view.ts';

/** The views of a plan; counts stand beside their words once a plan is there. */
export function usePlanTabs(view: PlanView | undefined): readonly TabItem<PlanTab>[] {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const counts: Partial<Record<PlanTab, number>> = view === undefined ? {} : { unassigned: view.plan.unassigned.length, violations: view.plan.violations.length, groups: view.plan.groups.filter((group) => group.itemIds.length > 1).length };
  return PLAN_TABS.map((key) => ({ key, label: t(`tabs.${key}`), count: counts[key] === undefined ? undefined : format.count(counts[key]) }));
}
