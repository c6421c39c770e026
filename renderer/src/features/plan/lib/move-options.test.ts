import { expect, test } from 'vitest';
import { moveSteps, travelling } from './move-options.ts';
import { planViewFixture } from './plan-view.fixture.ts';

test('the first wave has no earlier one, the last no later one', () => {
  expect(moveSteps([1, 2], 1)).toEqual({ earlier: null, later: 2 });
  expect(moveSteps([1, 2], 2)).toEqual({ earlier: 1, later: null });
});

test('the whole move group travels; a system without a group travels alone', () => {
  const { plan } = planViewFixture();
  expect(travelling(plan, 'b')).toEqual(['a', 'b']);
  expect(travelling(plan, 'zz')).toEqual(['zz']);
});
