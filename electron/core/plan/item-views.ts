import type { PlanProblem } from '../../../shared/model/plan.ts';
import type { EstateAssessment } from '../assessment/index.ts';

/**
 * The systems of a plan as they were when it was made, with their strategy of today. A system deleted since then shows
 * what the plan itself knows: whether it was to move.
 */
export function itemViews(problem: PlanProblem, assessment: EstateAssessment) {
  const departments = new Map(problem.departments.map((department) => [department.id, department.name]));
  return problem.items.map((item) => ({
    id: item.id,
    name: item.name,
    departmentId: item.departmentId,
    departmentName: departments.get(item.departmentId) ?? '',
    serverCount: item.serverCount,
    vcpuCount: item.vcpuCount,
    dataBytes: item.dataBytes,
    strategy: assessment.systemById.get(item.id)?.result.strategy ?? (item.moves ? ('rehost' as const) : ('retain' as const)),
    criticality: item.criticality,
    moves: item.moves,
  }));
}
