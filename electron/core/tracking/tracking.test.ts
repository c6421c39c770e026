import { describe, expect, it } from 'vitest';
import { calendarDateSchema } from '../../../shared/kernel/calendar-date.ts';
import { systemIdSchema } from '../../../shared/kernel/ids.ts';
import { TRACKING_STATES, type TrackingEntry, type TrackingState } from '../../../shared/model/tracking.ts';
import { adoptedSince, provenSince } from './adopted-since.ts';
import { transitionProblem } from './check-transition.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const TODAY = day('2027-03-10');
const at = (state: TrackingState, on = '2027-03-01') => ({ state, on: day(on) });
const step = (state: TrackingState, evidence = 'ticket', on = '2027-03-02') => ({ ...at(state, on), evidence });

describe('the states of a system', () => {
  it.each<[string, ReturnType<typeof at> | undefined, ReturnType<typeof step>, string | undefined]>([
    ['given nothing, when planning begins, then no evidence is asked', undefined, step('planned', ''), undefined],
    ['given nothing, when it is cut over, then preparation may have been skipped', undefined, step('cut-over'), undefined],
    ['given a cut-over, when evidence is missing, then it is refused', at('replicated'), step('cut-over', '  '), 'evidence'],
    ['given preparation, when it is accepted, then the cut-over is missing', at('preparing'), step('accepted'), 'cut-over-first'],
    ['given a cut-over, when it is accepted, then stabilising may be skipped', at('cut-over'), step('accepted'), undefined],
    ['given stabilising, when the source is retired, then the acceptance is missing', at('stabilising'), step('source-retired'), 'acceptance-first'],
    ['given an acceptance, when the source is retired, then it is recorded', at('accepted'), step('source-retired'), undefined],
    ['given a cut-over, when it is rolled back, then the reason is the evidence', at('cut-over'), step('replicated', 'rolled back'), undefined],
    ['given a cut-over, when it is rolled back without a reason, then it is refused', at('cut-over'), step('replicated', ''), 'evidence'],
    ['given a cut-over, when its day is corrected to an earlier one, then it is recorded', at('cut-over', '2027-03-05'), step('cut-over', 'typing error', '2027-03-04'), undefined],
    ['given a later day, when it goes forward on an earlier one, then it is refused', at('planned', '2027-03-05'), step('preparing', '', '2027-03-04'), 'before-last-entry'],
    ['given today, when it is recorded for tomorrow, then it is refused', undefined, step('planned', '', '2027-03-11'), 'in-the-future'],
  ])('%s', (_, last, next, problem) => {
    expect(transitionProblem(last, next, TODAY)).toBe(problem);
  });

  it('can all be reached in their order', () => {
    let last: ReturnType<typeof at> | undefined;
    for (const state of TRACKING_STATES) {
      expect(transitionProblem(last, step(state), TODAY)).toBeUndefined();
      last = at(state, '2027-03-02');
    }
  });
});

describe('adopted since', () => {
  const entries = (...steps: [TrackingState, string][]): TrackingEntry[] =>
    steps.map(([state, on]) => ({ systemId: systemIdSchema.parse('s'), state, on: day(on), evidence: 'x', by: 'b', recordedAt: '2027-03-10T00:00:00Z' }));

  it('the cut-over that lasted, not the one that was rolled back', () => {
    expect(adoptedSince(entries(['cut-over', '2027-01-01'], ['replicated', '2027-01-02'], ['cut-over', '2027-02-01'], ['accepted', '2027-02-20']))).toBe('2027-02-01');
    expect(adoptedSince(entries(['cut-over', '2027-01-01'], ['replicated', '2027-01-02']))).toBeUndefined();
  });

  it('a corrected day replaces the first', () => {
    expect(adoptedSince(entries(['cut-over', '2027-01-05'], ['cut-over', '2027-01-04']))).toBe('2027-01-04');
  });

  it('proven by the acceptance only', () => {
    expect(provenSince(entries(['cut-over', '2027-01-01'], ['stabilising', '2027-01-02']))).toBeUndefined();
    expect(provenSince(entries(['cut-over', '2027-01-01'], ['accepted', '2027-01-09'], ['source-retired', '2027-02-01']))).toBe('2027-01-09');
  });
});
