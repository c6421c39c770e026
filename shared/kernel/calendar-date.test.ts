import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDateSchema, dateFromDayNumber, dayNumber, daysBetween, isoWeekday, type CalendarDate } from './calendar-date.ts';

const day = (text: string): CalendarDate => calendarDateSchema.parse(text);

test('C03 leap days are days in leap years and in no others', () => {
  for (const text of ['2028-02-29', '2000-02-29', '2048-02-29']) expect(calendarDateSchema.safeParse(text).success, text).toBe(true);
  for (const text of ['2027-02-29', '2100-02-29', '2028-02-30', '2026-04-31', '2026-13-01', '2026-1-1']) expect(calendarDateSchema.safeParse(text).success, text).toBe(false);
  expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
  expect(addDays(day('2100-02-28'), 1)).toBe('2100-03-01');
  expect(daysBetween(day('2027-03-01'), day('2028-03-01'))).toBe(366);
});

test('C03 days beyond January 2038 are counted like all others', () => {
  expect(addDays(day('2038-01-18'), 2)).toBe('2038-01-20');
  expect(isoWeekday(day('2038-01-19'))).toBe(2);
  expect(isoWeekday(day('2106-02-07'))).toBe(7);
});

test.each(['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati'])('C03 the zone of the machine (%s) and its changes of the clock move no day', (zone) => {
  const former = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    fc.assert(fc.property(fc.integer({ min: dayNumber(day('2024-01-01')), max: dayNumber(day('2110-01-01')) }), fc.integer({ min: -800, max: 800 }), (from, days) => {
      const date = dateFromDayNumber(from);
      expect(dayNumber(date)).toBe(from);
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(isoWeekday(addDays(date, 7))).toBe(isoWeekday(date));
    }));
  } finally {
    if (former === undefined) delete process.env['TZ'];
    else process.env['TZ'] = former;
  }
});
