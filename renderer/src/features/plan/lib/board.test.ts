import { expect, test } from 'vitest';
import { buildBoard, filterBoard } from './board.ts';
import { planViewFixture } from './plan-view.fixture.ts';

test('groups systems by wave and move group, names sorted', () => {
  const [first, second] = buildBoard(planViewFixture());
  expect(first?.groups.map((group) => group.group.id)).toEqual(['g2']);
  expect(second?.groups.map((group) => group.cards.map((card) => card.item.name))).toEqual([['Archive', 'Permits']]);
  expect(second).toMatchObject({ systemCount: 2, serverCount: 6, dataBytes: 150 });
});

test('load bars carry names and say when a wave is over-full or a line has no capacity', () => {
  const [first, second] = buildBoard(planViewFixture());
  expect(second?.teams).toEqual([{ id: 't1', name: 'Alpha', used: 44, capacity: 40, ratio: 1.1 }]);
  expect(first?.links[0]?.ratio).toBe(2);
});

test('a violation stands at its system, or at the wave when it names none', () => {
  const second = buildBoard(planViewFixture())[1];
  expect(second?.violations.map((violation) => violation.rule)).toEqual(['team-capacity']);
  const cards = second?.groups.flatMap((group) => group.cards) ?? [];
  expect(cards.map((card) => [card.item.id, card.violations.length])).toEqual([['b', 0], ['a', 1]]);
});

test('too large a pilot is told at its wave, vital systems in it at themselves', () => {
  const view = planViewFixture();
  const pilot = { rule: 'pilot' as const, severity: 'medium' as const, itemIds: ['c'], waveIndex: 1 };
  const violations = [{ ...pilot, params: { systems: 9, pilotSystems: 5 } }, { ...pilot, params: { vitalSystems: 1 } }];
  const [first] = buildBoard({ ...view, plan: { ...view.plan, violations } });
  expect(first?.violations).toHaveLength(1);
  expect(first?.groups[0]?.cards[0]?.violations).toEqual([violations[1]]);
});

test('a filter hides cards by system or department and keeps the columns', () => {
  const columns = filterBoard(buildBoard(planViewFixture()), ' finance ');
  expect(columns.map((column) => column.groups.length)).toEqual([0, 1]);
  expect(columns[1]?.groups[0]?.cards.map((card) => card.item.id)).toEqual(['b']);
});
