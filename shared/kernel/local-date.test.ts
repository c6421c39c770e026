import { expect, test } from 'vitest';
import { localCalendarDate } from './local-date.ts';

test.each([['UTC', '2026-11-22'], ['Asia/Shanghai', '2026-11-23'], ['America/New_York', '2026-11-22'], ['Pacific/Kiritimati', '2026-11-23']])('C03 at five in the afternoon UTC, today in %s is %s', (zone, today) => {
  const former = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    expect(localCalendarDate(new Date('2026-11-22T17:00:00Z'))).toBe(today);
  } finally {
    if (former === undefined) delete process.env['TZ'];
    else process.env['TZ'] = former;
  }
});
