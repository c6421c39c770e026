import { expect, test } from 'vitest';
import { ganttDeed } from './gantt-deed.ts';
import { ganttRows } from './gantt-layout.ts';
import { planViewFixture } from './plan-view.fixture.ts';

// Rows: wave 1, c, wave 2, a, b.
const keys = { rows: ganttRows(planViewFixture(), new Set()), cursor: 0, folded: new Set<number>(), waveIndexes: [1, 2] };
const press = (key: string, altKey = false) => ({ key, altKey });

test('arrows, pages and ends go to a row', () => {
  expect(ganttDeed(press('ArrowDown'), keys)).toEqual({ kind: 'go', index: 1 });
  expect(ganttDeed(press('End'), keys)).toEqual({ kind: 'go', index: 4 });
});

test('left folds an open wave, right opens a folded one', () => {
  const folded = new Set([1]);
  expect(ganttDeed(press('ArrowLeft'), keys)).toEqual({ kind: 'fold', waveIndex: 1 });
  expect(ganttDeed(press('ArrowRight'), keys)).toBeUndefined();
  expect(ganttDeed(press('ArrowRight'), { ...keys, folded })).toEqual({ kind: 'fold', waveIndex: 1 });
  expect(ganttDeed(press('ArrowLeft'), { ...keys, folded })).toBeUndefined();
});

test('a system moves with Alt, and only to a wave there is', () => {
  const onA = { ...keys, cursor: 3 };
  expect(ganttDeed(press('ArrowLeft', true), onA)).toEqual({ kind: 'move', systemId: 'a', waveIndex: 1 });
  expect(ganttDeed(press('ArrowRight', true), onA)).toBeUndefined();
  expect(ganttDeed(press('ArrowLeft'), onA)).toBeUndefined();
});

test('Enter opens a system; other keys are left alone', () => {
  expect(ganttDeed(press('Enter'), { ...keys, cursor: 4 })).toEqual({ kind: 'open', systemId: 'b' });
  expect(ganttDeed(press('Enter'), keys)).toBeUndefined();
  expect(ganttDeed(press('x'), keys)).toBeUndefined();
});
