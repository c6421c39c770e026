import type { PlanViolation } from '../../../model/plan.ts';
import type { PlanView } from '../plan-view.ts';
import { linkCapacityRule, teamCapacityRule } from './capacity-rules.ts';
import { calendarRule, earliestDateRule, freezeRule, latestDateRule } from './date-rules.ts';
import { departmentLimitRule, pilotRule, waveLimitRule } from './limit-rules.ts';
import { doubleAssignmentRule, missingItemRule, unknownItemRule } from './membership-rules.ts';
import type { PlanRule } from './plan-rule.ts';
import { groupSplitRule, precedenceRule, togetherRule } from './relation-rules.ts';
import { targetMissedRule } from './target-rule.ts';

/** Every constraint there is, by the name it has in `PlanViolation.rule`. */
export const PLAN_RULES = {
  'team-capacity': teamCapacityRule,
  'link-capacity': linkCapacityRule,
  freeze: freezeRule,
  'department-limit': departmentLimitRule,
  'wave-limit': waveLimitRule,
  pilot: pilotRule,
  precedence: precedenceRule,
  together: togetherRule,
  'group-split': groupSplitRule,
  'earliest-date': earliestDateRule,
  'latest-date': latestDateRule,
  'target-missed': targetMissedRule,
  calendar: calendarRule,
  'unknown-item': unknownItemRule,
  'missing-item': missingItemRule,
  'double-assignment': doubleAssignmentRule,
} as const satisfies Record<PlanViolation['rule'], PlanRule>;

/** All violations of a plan, rule by rule. */
export function findViolations(view: PlanView): PlanViolation[] {
  return Object.values(PLAN_RULES).flatMap((rule) => rule(view));
}
