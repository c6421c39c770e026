import { expect, test } from 'vitest';
import { needsEvidence, nextState, stepsBack } from './state-change.ts';

test('evidence is asked from the cut-over on and for every step back', () => {
  expect(needsEvidence('replicated', ['planned'])).toBe(false);
  expect(needsEvidence('cut-over', ['replicated'])).toBe(true);
  expect(needsEvidence('preparing', ['replicated'])).toBe(true);
  expect(needsEvidence('preparing', [null])).toBe(false);
});

test('steps back are counted', () => {
  expect(stepsBack('preparing', ['accepted', 'planned', null, 'preparing'])).toBe(1);
});

test('the next state follows the least advanced', () => {
  expect(nextState(['cut-over', 'planned'])).toBe('preparing');
  expect(nextState([null, 'accepted'])).toBe('planned');
  expect(nextState(['source-retired'])).toBe('source-retired');
});
