import type { Check, Finding } from './finding.ts';

/** Systems per wave, per department and wave, and the pilot. */
export const checkLimits: Check = ({ problem, plan }) => {
  const { settings } = problem;
  const findings: Finding[] = [];
  const perWave = new Map<number, number>();
  const perDepartment = new Map<string, number>();
  let vitalPilots = 0;
  for (const { itemId, waveIndex } of plan.assignments) {
    const item = problem.items.find((candidate) => candidate.id === itemId);
    if (!item?.moves) continue;
    perWave.set(waveIndex, (perWave.get(waveIndex) ?? 0) + 1);
    const key = `${item.departmentId} ${waveIndex}`;
    perDepartment.set(key, (perDepartment.get(key) ?? 0) + 1);
    if (waveIndex === 1 && item.criticality === 'vital') vitalPilots += 1;
  }
  for (const [wave, count] of perWave) if (count > settings.maxSystemsPerWave) findings.push({ rule: 'wave-limit', about: `${wave}` });
  for (const [key, count] of perDepartment) if (count > settings.maxSystemsPerDepartmentPerWave) findings.push({ rule: 'department-limit', about: key });
  if ((perWave.get(1) ?? 0) > settings.pilotSystems) findings.push({ rule: 'pilot', about: 'size' });
  if (vitalPilots > 0) findings.push({ rule: 'pilot', about: 'vital' });
  return findings;
};

/** Order, wished company, and hard dependencies stretched over waves. */
export const checkRelations: Check = ({ problem, plan }) => {
  const findings: Finding[] = [];
  const at = new Map(plan.assignments.map((assignment) => [assignment.itemId, assignment]));
  const moves = new Set(problem.items.filter((item) => item.moves).map((item) => item.id));
  for (const { before, after } of problem.settings.precedences) {
    const [first, second] = [at.get(before), at.get(after)];
    if (!second || !moves.has(before)) continue;
    if (!first || (first.groupId !== second.groupId && first.cutOverDate >= second.cutOverDate)) findings.push({ rule: 'precedence', about: `${before} ${after}` });
  }
  for (const list of problem.settings.together) {
    const members = [...new Set(list)].filter((id) => moves.has(id)).sort();
    const waves = new Set(members.map((id) => at.get(id)?.waveIndex ?? 'none'));
    if (waves.size > 1) findings.push({ rule: 'together', about: members.join(' ') });
  }
  const stretched = new Set<string>();
  for (const edge of problem.edges) {
    const [one, other] = [at.get(edge.from), at.get(edge.to)];
    if (edge.strength === 'hard' && one && other && one.waveIndex !== other.waveIndex) stretched.add([edge.from, edge.to].sort().join(' '));
  }
  for (const about of stretched) findings.push({ rule: 'group-split', about });
  return findings;
};

/** Every moving system once and only once, in a group that moves as one; pins where they were put. */
export const checkMembership: Check = ({ problem, plan }) => {
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const { itemId } of [...plan.assignments, ...plan.unassigned]) seen.set(itemId, (seen.get(itemId) ?? 0) + 1);
  for (const item of problem.items) {
    if (item.moves && !seen.has(item.id)) findings.push({ rule: 'missing-item', about: item.id });
    if ((seen.get(item.id) ?? 0) > 1) findings.push({ rule: 'double-assignment', about: item.id });
  }
  const movers = new Set(problem.items.filter((item) => item.moves).map((item) => item.id));
  for (const id of seen.keys()) if (!movers.has(id)) findings.push({ rule: 'unknown-item', about: id });
  const grouped = plan.groups.flatMap((group) => group.itemIds);
  if (JSON.stringify([...grouped].sort()) !== JSON.stringify([...movers].sort())) findings.push({ rule: 'groups', about: 'no partition of the moving systems' });
  for (const group of plan.groups) {
    const members = plan.assignments.filter((assignment) => group.itemIds.includes(assignment.itemId));
    const moments = new Set(members.map((member) => `${member.groupId} ${member.startWaveIndex} ${member.waveIndex} ${member.cutOverDate}`));
    if (moments.size > 1 || (members.length > 0 && members.length < group.itemIds.length)) findings.push({ rule: 'groups', about: `${group.id} does not move as one` });
  }
  for (const assignment of plan.assignments) {
    const pin = problem.settings.pins[assignment.itemId];
    if ((pin !== undefined) !== assignment.pinned) findings.push({ rule: 'pins', about: `mark of ${assignment.itemId}` });
    if (pin !== undefined && pin !== assignment.waveIndex) findings.push({ rule: 'pins', about: `wave of ${assignment.itemId}` });
  }
  return findings;
};
