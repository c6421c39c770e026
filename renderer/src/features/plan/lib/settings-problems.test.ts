import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import { planViewFixture } from './plan-view.fixture.ts';
import { freeKey, problemAt, settingsProblems } from './settings-problems.ts';

const day = (text: string): CalendarDate => text as CalendarDate;

test('sound settings have no problem', () => {
  expect(settingsProblems(planViewFixture().settings)).toEqual([]);
});

test('targets must rise in share and in date, and lie after the start', () => {
  const { settings } = planViewFixture();
  const problems = settingsProblems({ ...settings, targets: [{ ratio: 1, date: day('2026-05-01') }, { ratio: 0.8, date: day('2026-05-01') }] });
  expect(problemAt(problems, 'targets.0.date')).toBe('targetBeforeStart');
  expect(problemAt(problems, 'targets.1.ratio')).toBe('targetsNotRising');
  expect(problems).toContainEqual({ path: 'targets.1.date', key: 'targetDatesNotRising' });
});

test('reversed ranges, duplicate names, empty weeks and self-precedence are named by field', () => {
  const { settings } = planViewFixture();
  const team = { id: 't2', name: 'Alpha', personDaysPerDay: 1 };
  const problems = settingsProblems({
    ...settings, teams: [...settings.teams, team], freezes: [{ id: 'f', name: 'F', from: day('2026-06-02'), to: day('2026-06-01'), departmentIds: null }],
    calendar: { ...settings.calendar, workingWeekdays: [] }, precedences: [{ before: 'a', after: 'a' }],
  });
  expect(problems.map((problem) => problem.path)).toEqual(['freezes.0.to', 'teams.1.name', 'calendar.workingWeekdays', 'precedences.0.after']);
});

test('the limits of the contract are told by path', () => {
  const { settings } = planViewFixture();
  expect(problemAt(settingsProblems({ ...settings, waveLengthDays: 3 }), 'waveLengthDays')).toBe('invalid');
});

test('a free key is not taken', () => {
  expect(freeKey('team', ['team-1', 'team-3'])).toBe('team-4');
});
