import type { Plan, PlanProblem, PlanViolation } from '../../../shared/model/plan.ts';
import { checkDates, checkWaveTable } from './calendar-checks.ts';
import { BYTE_TOLERANCE, checkCapacities, PERSON_DAY_TOLERANCE } from './capacity-checks.ts';
import { checkCurves, checkHashes, checkTargets } from './figure-checks.ts';
import type { Finding } from './finding.ts';
import { checkLimits, checkMembership, checkRelations } from './relation-checks.ts';

const CHECKS = [checkDates, checkWaveTable, checkCapacities, checkLimits, checkRelations, checkMembership, checkCurves, checkTargets, checkHashes];

function inOrder(findings: readonly Finding[]): Finding[] {
  const byText = new Map(findings.map((finding) => [`${finding.rule}: ${finding.about}`, finding]));
  return [...byText].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, finding]) => finding);
}

/** Everything that is wrong with a plan, worked out without the engine: only the model's types are shared. */
export function checkPlan(problem: PlanProblem, plan: Plan): Finding[] {
  return inOrder(CHECKS.flatMap((check) => check({ problem, plan })));
}

function aboutOf(violation: PlanViolation): string {
  const { params, itemIds, waveIndex } = violation;
  switch (violation.rule) {
    case 'team-capacity':
      return `${params['teamId']} ${waveIndex}`;
    case 'link-capacity':
      return `${params['linkId']} ${waveIndex}`;
    case 'department-limit':
      return `${params['departmentId']} ${waveIndex}`;
    case 'wave-limit':
      return `${waveIndex}`;
    case 'pilot':
      return 'vitalSystems' in params ? 'vital' : 'size';
    case 'target-missed':
      return `${params['ratio']} ${params['date']}`;
    default:
      return itemIds.join(' ');
  }
}

/** A plan's own violations in the checker's words, so that the two lists can be compared. */
export function reportedFindings(plan: Plan): Finding[] {
  const told = plan.violations.filter((violation) => {
    const over = (unit: string): number => Number(violation.params[`used${unit}`]) - Number(violation.params[`capacity${unit}`]);
    const byRounding = (violation.rule === 'team-capacity' && over('PersonDays') <= PERSON_DAY_TOLERANCE) || (violation.rule === 'link-capacity' && over('Bytes') <= BYTE_TOLERANCE);
    return !byRounding && !(violation.rule === 'unknown-item' && violation.params['where'] === 'settings');
  });
  return inOrder(told.map((violation) => ({ rule: violation.rule, about: aboutOf(violation) })));
}
