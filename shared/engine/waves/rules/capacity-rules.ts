import type { PlanViolation } from '../../../model/plan.ts';
import { MILLI } from '../plan-index.ts';
import type { PlanView } from '../plan-view.ts';
import type { PlanRule } from './plan-rule.ts';

function workingIn(view: PlanView, wave: number, concerns: (item: PlanView['placed'][number]['item']) => boolean): string[] {
  return view.placed.filter(({ item, assignment }) => assignment.startWaveIndex <= wave && wave <= assignment.waveIndex && concerns(item)).map(({ item }) => item.id);
}

/** Hard: a team's person-days in a wave exceed its open days times its person-days per day. */
export const teamCapacityRule: PlanRule = (view) => {
  const violations: PlanViolation[] = [];
  for (let wave = 1; wave <= view.lastWave; wave += 1) {
    const { openDayCount } = view.index.frames.at(wave);
    for (const [position, team] of view.index.teams.entries()) {
      const used = view.teamLoad(wave)[position] ?? 0;
      const capacity = team.milliPerOpenDay * openDayCount;
      if (used <= capacity) continue;
      const itemIds = workingIn(view, wave, (item) => (item.effortPersonDays[team.id] ?? 0) > 0);
      violations.push({ rule: 'team-capacity', severity: 'hard', itemIds, waveIndex: wave, params: { teamId: team.id, usedPersonDays: used / MILLI, capacityPersonDays: capacity / MILLI } });
    }
  }
  return violations;
};

/** Hard: the bytes to be carried over a line in a wave exceed what its share of hours and speed carries. */
export const linkCapacityRule: PlanRule = (view) => {
  const violations: PlanViolation[] = [];
  for (let wave = 1; wave <= view.lastWave; wave += 1) {
    for (const [position, link] of view.index.links.entries()) {
      const used = view.linkLoad(wave)[position] ?? 0;
      const capacity = link.bytesPerDay * view.index.problem.settings.waveLengthDays;
      if (used <= capacity) continue;
      const itemIds = workingIn(view, wave, (item) => item.dataBytes > 0 && view.index.linkOf(item.departmentId) === position);
      violations.push({ rule: 'link-capacity', severity: 'hard', itemIds, waveIndex: wave, params: { linkId: link.id, usedBytes: used, capacityBytes: capacity } });
    }
  }
  return violations;
};
