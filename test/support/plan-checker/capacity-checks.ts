import { openDays } from './calendar-checks.ts';
import type { Case, Check, Finding } from './finding.ts';

/** Sums are in floating point here and in integers in the engine; less than this is rounding. */
export const PERSON_DAY_TOLERANCE = 0.05;
export const BYTE_TOLERANCE = 1e6;

interface Load {
  readonly team: Map<string, number>;
  readonly link: Map<string, number>;
}

function linkIdOf({ problem }: Case, departmentId: string): string | undefined {
  const own = [...problem.settings.links].sort((left, right) => (left.id < right.id ? -1 : 1));
  return own.find((link) => link.departmentIds?.includes(departmentId))?.id ?? own.find((link) => link.departmentIds === null)?.id;
}

/** Work spread over the waves of preparation: person-days by open days, bytes evenly. */
function loads(subject: Case): Load {
  const { problem, plan } = subject;
  const load: Load = { team: new Map(), link: new Map() };
  const add = (map: Map<string, number>, key: string, amount: number): void => void map.set(key, (map.get(key) ?? 0) + amount);
  for (const assignment of plan.assignments) {
    const item = problem.items.find((candidate) => candidate.id === assignment.itemId);
    if (!item?.moves) continue;
    const waves = Array.from({ length: assignment.waveIndex - assignment.startWaveIndex + 1 }, (_, offset) => assignment.startWaveIndex + offset);
    const days = waves.map((wave) => openDays(problem.settings, wave));
    const allDays = days.reduce((sum, count) => sum + count, 0);
    waves.forEach((wave, offset) => {
      const share = allDays > 0 ? (days[offset] ?? 0) / allDays : offset === waves.length - 1 ? 1 : 0;
      for (const [teamId, personDays] of Object.entries(item.effortPersonDays)) add(load.team, `${teamId} ${wave}`, personDays * share);
      const linkId = linkIdOf(subject, item.departmentId);
      if (linkId !== undefined) add(load.link, `${linkId} ${wave}`, item.dataBytes / waves.length);
    });
  }
  return load;
}

/** Person-days and bytes per wave against what there is, and against what the wave table says. */
export const checkCapacities: Check = (subject) => {
  const { problem: { settings }, plan } = subject;
  const load = loads(subject);
  const findings: Finding[] = [];
  for (let wave = 1; wave <= plan.waves.length; wave += 1) {
    const table = plan.waves[wave - 1];
    for (const team of settings.teams) {
      const used = load.team.get(`${team.id} ${wave}`) ?? 0;
      const capacity = team.personDaysPerDay * openDays(settings, wave);
      if (used > capacity + PERSON_DAY_TOLERANCE) findings.push({ rule: 'team-capacity', about: `${team.id} ${wave}` });
      const told = table?.teamLoad.find((entry) => entry.teamId === team.id);
      if (!told || Math.abs(told.usedPersonDays - used) > PERSON_DAY_TOLERANCE || Math.abs(told.capacityPersonDays - capacity) > PERSON_DAY_TOLERANCE) findings.push({ rule: 'wave-table', about: `team ${team.id} in wave ${wave}` });
    }
    for (const link of settings.links) {
      const used = load.link.get(`${link.id} ${wave}`) ?? 0;
      const capacity = (link.bitsPerSecond / 8) * link.shareRatio * link.hoursPerDay * 3600 * settings.waveLengthDays;
      if (used > capacity + BYTE_TOLERANCE) findings.push({ rule: 'link-capacity', about: `${link.id} ${wave}` });
      const told = table?.linkLoad.find((entry) => entry.linkId === link.id);
      if (!told || Math.abs(told.usedBytes - used) > BYTE_TOLERANCE || Math.abs(told.capacityBytes - capacity) > BYTE_TOLERANCE) findings.push({ rule: 'wave-table', about: `link ${link.id} in wave ${wave}` });
    }
  }
  return findings;
};
