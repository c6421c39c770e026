import type { PlanProblem } from '../../../shared/model/plan.ts';
import { dayOf, weekdayOf } from './day.ts';
import type { Check, Finding } from './finding.ts';

type Settings = PlanProblem['settings'];

export function isWorkingDay(settings: Settings, day: number): boolean {
  const { calendar } = settings;
  if (calendar.makeUpDays.some((date) => dayOf(date) === day)) return true;
  if (calendar.holidays.some(({ from, to }) => dayOf(from) <= day && day <= dayOf(to))) return false;
  return calendar.workingWeekdays.includes(weekdayOf(day));
}

function isFrozen(settings: Settings, day: number, departmentId: string | null): boolean {
  return settings.freezes.some((freeze) => dayOf(freeze.from) <= day && day <= dayOf(freeze.to) && (freeze.departmentIds === null || (departmentId !== null && freeze.departmentIds.includes(departmentId))));
}

/** Working days of a wave outside the city's freezes. */
export function openDays(settings: Settings, wave: number): number {
  const first = dayOf(settings.startDate) + (wave - 1) * settings.waveLengthDays;
  let count = 0;
  for (let day = first; day < first + settings.waveLengthDays; day += 1) if (isWorkingDay(settings, day) && !isFrozen(settings, day, null)) count += 1;
  return count;
}

/** Dates: inside the wave, on a working day, in no freeze, not before the earliest nor after the latest day. */
export const checkDates: Check = ({ problem, plan }) => {
  const { settings } = problem;
  const findings: Finding[] = [];
  for (const assignment of plan.assignments) {
    const item = problem.items.find((candidate) => candidate.id === assignment.itemId);
    if (!item) continue;
    const day = dayOf(assignment.cutOverDate);
    const first = dayOf(settings.startDate) + (assignment.waveIndex - 1) * settings.waveLengthDays;
    const ordered = assignment.startWaveIndex >= 1 && assignment.startWaveIndex <= assignment.waveIndex;
    if (!ordered || day < first || day >= first + settings.waveLengthDays || !isWorkingDay(settings, day)) findings.push({ rule: 'calendar', about: item.id });
    if (isFrozen(settings, day, item.departmentId)) findings.push({ rule: 'freeze', about: item.id });
    if (item.earliest !== null && day < dayOf(item.earliest)) findings.push({ rule: 'earliest-date', about: item.id });
    if (item.latest !== null && day > dayOf(item.latest)) findings.push({ rule: 'latest-date', about: item.id });
  }
  return findings;
};

/** The wave table's own dates. */
export const checkWaveTable: Check = ({ problem: { settings }, plan }) => {
  const findings: Finding[] = [];
  plan.waves.forEach((wave, position) => {
    const first = dayOf(settings.startDate) + position * settings.waveLengthDays;
    const right = wave.index === position + 1 && dayOf(wave.from) === first && dayOf(wave.to) === first + settings.waveLengthDays - 1;
    const window = dayOf(wave.from) <= dayOf(wave.cutOverFrom) && dayOf(wave.cutOverFrom) <= dayOf(wave.cutOverTo) && dayOf(wave.cutOverTo) <= dayOf(wave.to);
    if (!right || !window) findings.push({ rule: 'wave-table', about: `dates of wave ${wave.index}` });
    const groups = new Set(plan.assignments.filter((assignment) => assignment.waveIndex === wave.index).map((assignment) => assignment.groupId));
    if (JSON.stringify([...groups].sort()) !== JSON.stringify([...wave.groupIds].sort())) findings.push({ rule: 'wave-table', about: `groups of wave ${wave.index}` });
  });
  return findings;
};
