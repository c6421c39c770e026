import type { PlanSettings } from '../../../shared/model/plan.ts';
import type { Strategy } from '../../../shared/model/strategy.ts';

/**
 * Who does the work of a strategy, in hundredths: platform (hosts, network, security), application (changes, tests,
 * acceptance), data (copying, databases, reconciliation). Planning assumptions, as the efforts are.
 */
const SHARES: Readonly<Record<Strategy, Readonly<Record<string, number>>>> = {
  rehost: { platform: 50, application: 30, data: 20 },
  replatform: { platform: 30, application: 40, data: 30 },
  refactor: { platform: 15, application: 65, data: 20 },
  repurchase: { platform: 10, application: 60, data: 30 },
  retire: { platform: 40, application: 20, data: 40 },
  retain: {},
};

/**
 * Person-days per team. Where the settings name teams of the three roles, by the shares above among those there are;
 * where all teams are of another kind, by their capacity.
 */
export function shareEffort(strategy: Strategy, effortPersonDays: number, teams: PlanSettings['teams']): Record<string, number> {
  const shares = SHARES[strategy];
  const byRole = teams.map((team) => ({ id: team.id, part: shares[team.id] ?? 0 }));
  const byCapacity = teams.map((team) => ({ id: team.id, part: team.personDaysPerDay }));
  const parts = byRole.some(({ part }) => part > 0) ? byRole : byCapacity;
  const total = parts.reduce((sum, { part }) => sum + part, 0);
  if (total === 0 || effortPersonDays === 0) return {};
  return Object.fromEntries(parts.filter(({ part }) => part > 0).map(({ id, part }) => [id, Math.round(((effortPersonDays * part) / total) * 1000) / 1000]));
}
