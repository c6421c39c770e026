import { dateFromDayNumber, dayNumber } from '../../../kernel/calendar-date.ts';
import type { PlanRule } from './plan-rule.ts';

/** Hard: a cut-over date outside its wave or on a day off, a wave before the first, or work that starts after its end. */
export const calendarRule: PlanRule = (view) =>
  view.placed.flatMap(({ item, assignment, day }) => {
    const frame = view.index.frames.at(assignment.waveIndex);
    const outside = day < frame.fromDay || day > frame.toDay || assignment.waveIndex < 1 || assignment.startWaveIndex < 1 || assignment.startWaveIndex > assignment.waveIndex;
    if (!outside && view.index.calendar.isWorkingDay(day)) return [];
    return [{ rule: 'calendar', severity: 'hard', itemIds: [item.id], waveIndex: assignment.waveIndex, params: { date: assignment.cutOverDate, problem: outside ? 'outside-wave' : 'day-off' } }];
  });

/** Hard: a cut-over while the city or the system's department is frozen. */
export const freezeRule: PlanRule = (view) =>
  view.placed.flatMap(({ item, assignment, day }) => {
    const freezeId = view.index.calendar.freezeOn(item.departmentId, day);
    if (freezeId === undefined) return [];
    return [{ rule: 'freeze', severity: 'hard', itemIds: [item.id], waveIndex: assignment.waveIndex, params: { freezeId, date: assignment.cutOverDate } }];
  });

/** Hard: before the day a system may be cut over at the earliest, e.g. before its contract is signed. */
export const earliestDateRule: PlanRule = (view) =>
  view.placed.flatMap(({ item, assignment, day }) => {
    if (item.earliest === null || day >= dayNumber(item.earliest)) return [];
    return [{ rule: 'earliest-date', severity: 'hard', itemIds: [item.id], waveIndex: assignment.waveIndex, params: { date: assignment.cutOverDate, earliest: item.earliest } }];
  });

/** Hard: after the day a system must be off its old servers, e.g. when a contract or a warranty ends. */
export const latestDateRule: PlanRule = (view) =>
  view.placed.flatMap(({ item, assignment, day }) => {
    if (item.latest === null || day <= dayNumber(item.latest)) return [];
    return [{ rule: 'latest-date', severity: 'hard', itemIds: [item.id], waveIndex: assignment.waveIndex, params: { date: dateFromDayNumber(day), latest: item.latest } }];
  });
