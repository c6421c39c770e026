import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../../shared/kernel/calendar-date.ts';
import { draftChanges, draftProblems, EMPTY_DRAFT, textOrNull } from './system-draft.ts';

test('name and department are needed', () => {
  expect(draftProblems(EMPTY_DRAFT)).toEqual(['name', 'department']);
  expect(draftProblems({ ...EMPTY_DRAFT, name: 'Permits', departmentId: 'd' })).toEqual([]);
});

test('hours and dates are checked', () => {
  const sound = { ...EMPTY_DRAFT, name: 'Permits', departmentId: 'd' };
  expect(draftProblems({ ...sound, downtimeHours: 9000 })).toEqual(['hours']);
  expect(draftProblems({ ...sound, earliestCutOver: '2026-05-02' as CalendarDate, latestCutOver: '2026-05-01' as CalendarDate })).toEqual(['range']);
});

test('only what differs is sent', () => {
  expect(draftChanges(EMPTY_DRAFT, { ...EMPTY_DRAFT, owner: 'Chen', protectionLevel: 3 })).toEqual({ owner: 'Chen', protectionLevel: 3 });
  expect(draftChanges(EMPTY_DRAFT, EMPTY_DRAFT)).toEqual({});
});

test('an empty text is not known', () => {
  expect([textOrNull('  '), textOrNull('x')]).toEqual([null, 'x']);
});
