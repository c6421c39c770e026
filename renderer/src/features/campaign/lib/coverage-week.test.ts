import { expect, test } from 'vitest';
import { coveredHours, coverageWeek } from './coverage-week.ts';

const utc = Array.from({ length: 168 }, (_unused, hour) => (hour === 1 ? { servers: 3, samples: 120 } : hour === 167 ? { servers: 4, samples: 40 } : { servers: 0, samples: 0 }));

test('hours of UTC stand where the clock of the viewer has them', () => {
  const cells = coverageWeek(utc, 4, 480);
  expect(cells.filter((cell) => cell.share !== null)).toEqual([{ day: 0, hour: 7, share: 1, samples: 40 }, { day: 0, hour: 9, share: 0.75, samples: 120 }]);
  expect(coverageWeek(utc, 4, -120).filter((cell) => cell.share !== null).map(({ day, hour }) => [day, hour])).toEqual([[6, 21], [6, 23]]);
  expect(coveredHours(cells)).toBe(2);
});

test('nothing is covered where there is no server', () => {
  expect(coveredHours(coverageWeek(utc, 0, 0))).toBe(0);
});
