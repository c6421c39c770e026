import { expect, test } from 'vitest';
import { targetOutcomeSchema } from '../../../../../shared/model/plan.ts';
import { targetFinding } from './target-outcomes.ts';

const outcome = (reachedOn: string | null, met: boolean, shortfall: number) => targetOutcomeSchema.parse({ ratio: 0.8, date: '2026-12-31', reachedOn, met, shortfall });

test('met with days to spare', () => {
  expect(targetFinding(outcome('2026-12-21', true, 0))).toMatchObject({ kind: 'met', daysEarly: 10 });
});

test('reached after its date', () => {
  expect(targetFinding(outcome('2027-01-10', false, 12))).toMatchObject({ kind: 'late', daysLate: 10, shortfall: 12 });
});

test('never reached', () => {
  expect(targetFinding(outcome(null, false, 40))).toEqual({ kind: 'never', ratio: 0.8, date: '2026-12-31', shortfall: 40 });
});
