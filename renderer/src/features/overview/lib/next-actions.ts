/** What the overview knows; null = not read yet or not there. */
export interface OverviewFacts {
  readonly servers: number;
  readonly systems: number;
  readonly failedServers: number;
  readonly pendingHostKeys: number;
  readonly hasPlan: boolean;
  readonly unassigned: number;
  readonly missedTargets: number;
  readonly lateSystems: number;
  readonly scanning: boolean;
}

export const ACTION_KEYS = ['watchScan', 'scan', 'registerSystems', 'approveKeys', 'mendFailed', 'createPlan', 'missedTargets', 'unassigned', 'late', 'export'] as const;
export type ActionKey = (typeof ACTION_KEYS)[number];

export interface NextAction {
  readonly key: ActionKey;
  /** How many things it is about; 0 when it is not counted. */
  readonly count: number;
}

/** The next steps in the order of the work: data first, then what blocks the plan, then what is late. */
export function nextActions(facts: OverviewFacts): NextAction[] {
  const rules: readonly (readonly [ActionKey, boolean, number])[] = [
    ['watchScan', facts.scanning, 0],
    ['scan', facts.servers === 0 && !facts.scanning, 0],
    ['registerSystems', facts.servers > 0 && facts.systems === 0, 0],
    ['approveKeys', facts.pendingHostKeys > 0, facts.pendingHostKeys],
    ['mendFailed', facts.failedServers > 0, facts.failedServers],
    ['createPlan', facts.systems > 0 && facts.servers > 0 && !facts.hasPlan, facts.systems],
    ['missedTargets', facts.missedTargets > 0, facts.missedTargets],
    ['unassigned', facts.unassigned > 0, facts.unassigned],
    ['late', facts.lateSystems > 0, facts.lateSystems],
    ['export', facts.hasPlan, 0],
  ];
  return rules.filter(([, holds]) => holds).map(([key, , count]) => ({ key, count }));
}
