import { expect, test } from 'vitest';
import { calendarDateSchema } from '../../../../../shared/kernel/calendar-date.ts';
import { isWindow, newPlanDraft, planOf } from './plan-draft.ts';

const draft = { ...newPlanDraft(calendarDateSchema.parse('2026-11-24')), name: ' Office hours ' };

test('a new draft lacks only its name', () => {
  expect(planOf({ ...draft, name: ' ' }, 480)).toBeNull();
  expect(planOf(draft, 480)).toMatchObject({ name: 'Office hours', firstDay: '2026-11-24', lastDay: '2026-12-07', windows: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '11:00' }, { from: '14:00' }], utcOffsetMinutes: 480 });
});

test.each([
  ['no day', { firstDay: null }],
  ['days in the wrong order', { lastDay: calendarDateSchema.parse('2026-11-23') }],
  ['no weekday', { weekdays: [] }],
  ['no window', { windows: [] }],
  ['a window that ends before it begins', { windows: [{ from: '11:00', to: '09:00' }] }],
  ['no duration', { dwellMinutes: null }],
  ['too many at once', { atOnce: 500 }],
])('%s is no plan', (_name, changes) => expect(planOf({ ...draft, ...changes }, 480)).toBeNull());

test('windows are times of one day', () => {
  expect([{ from: '00:00', to: '24:00' }, { from: '9:00', to: '11:00' }, { from: '24:00', to: '24:00' }, { from: '09:00', to: '' }].map(isWindow)).toEqual([true, false, false, false]);
});
