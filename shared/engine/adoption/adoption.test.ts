import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { itemOf, START } from '../waves/problem.fixture.ts';
import { adoptionCurve, pointAt } from './adoption-curve.ts';
import { targetOutcome, targetOutcomes, unitsNeeded } from './target-outcome.ts';

const items = [itemOf('a', { departmentId: 'x', serverCount: 3 }), itemOf('b', { departmentId: 'x', serverCount: 5 }), itemOf('c', { departmentId: 'y', counts: 'already-adopted', moves: false }), itemOf('d', { departmentId: 'z', counts: 'excluded', moves: false })];
const dates = new Map<string, CalendarDate>([['a', addDays(START, 10)], ['b', addDays(START, 20)]]);
const curve = (measure: Parameters<typeof adoptionCurve>[1]) => adoptionCurve(items, measure, START, (id) => dates.get(id)).map(({ date, adopted, total }) => [date, adopted, total]);

describe('adoptionCurve', () => {
  it('counts systems and servers on the day of the cut-over, from a baseline', () => {
    expect(curve('systems')).toEqual([[START, 1, 3], [addDays(START, 10), 2, 3], [addDays(START, 20), 3, 3]]);
    expect(curve('servers')).toEqual([[START, 2, 10], [addDays(START, 10), 5, 10], [addDays(START, 20), 10, 10]]);
  });

  it('counts a department when its last system is there', () => {
    expect(curve('departments')).toEqual([[START, 1, 2], [addDays(START, 20), 2, 2]]);
  });

  it('never falls, and an estate with nothing to count is at 0', () => {
    expect(adoptionCurve([], 'systems', START, () => undefined)).toEqual([{ date: START, adopted: 0, total: 0, ratio: 0 }]);
    expect(pointAt([], START)).toBeUndefined();
  });
});

describe('targets', () => {
  it.each([[0.8, 10, 8], [0.8, 9, 8], [1, 7, 7], [0.7, 10, 7], [0.001, 900, 1]])('%f of %i are %i whole units', (ratio, total, needed) => {
    expect(unitsNeeded(ratio, total)).toBe(needed);
  });

  it('are judged on their own day', () => {
    const systems = adoptionCurve(items, 'systems', START, (id) => dates.get(id));
    expect(targetOutcome(systems, { ratio: 1, date: addDays(START, 20) })).toMatchObject({ met: true, shortfall: 0, reachedOn: addDays(START, 20) });
    expect(targetOutcome(systems, { ratio: 1, date: addDays(START, 19) })).toMatchObject({ met: false, shortfall: 1, reachedOn: addDays(START, 20) });
    expect(targetOutcomes(systems, [{ ratio: 1, date: addDays(START, 30) }, { ratio: 0.5, date: addDays(START, 5) }]).map((outcome) => outcome.ratio)).toEqual([0.5, 1]);
  });

  it('nothing to count meets no target', () => {
    expect(targetOutcome([{ date: START, adopted: 0, total: 0, ratio: 0 }], { ratio: 0.8, date: START })).toMatchObject({ met: false, reachedOn: null, shortfall: 0 });
  });
});
