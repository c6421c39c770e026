import { expect, test } from 'vitest';
import { progressSchema } from '../../../../../shared/model/tracking.ts';
import { departmentRows } from './department-rows.ts';

const parse = (list: object[]) => progressSchema.shape.departments.parse(list.map((entry) => ({ proven: 0, lateSystemIds: [], ...entry })));

test('the furthest behind comes first', () => {
  const rows = departmentRows(parse([
    { departmentId: 'a', name: 'A', total: 10, adopted: 5, plannedByToday: 5 },
    { departmentId: 'b', name: 'B', total: 10, adopted: 2, plannedByToday: 6, lateSystemIds: ['x', 'y'] },
  ]));
  expect(rows.map((row) => row.departmentId)).toEqual(['b', 'a']);
  expect(rows[0]).toMatchObject({ gap: -4, lateCount: 2, adoptedRatio: 0.2, plannedRatio: 0.6 });
});

test('a department without systems to move is complete', () => {
  expect(departmentRows(parse([{ departmentId: 'a', name: 'A', total: 0, adopted: 0, plannedByToday: 0 }]))[0]?.adoptedRatio).toBe(1);
});
