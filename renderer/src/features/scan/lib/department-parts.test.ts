import { expect, test } from 'vitest';
import type { RunDepartment } from '../../../../../shared/model/scan.ts';
import { contacted, sharesOf, toggleHeld } from './department-parts.ts';

const counts = { total: 9, queued: 2, running: 1, done: 3, partial: 1, failed: 2, skipped: 0 };
const department = (departmentName: string | null, refused: number): RunDepartment => ({ departmentName, counts, errorGroups: refused === 0 ? [] : [{ code: 'REFUSED', count: refused }, { code: 'DNS_FAIL', count: 1 }] });

test('a cause is shared by the departments that have it, most hosts first', () => {
  const departments = [department('a', 1), department('b', 0), department(null, 3)];
  expect(sharesOf(departments, 'REFUSED')).toEqual([{ departmentName: null, count: 3 }, { departmentName: 'a', count: 1 }]);
  expect(sharesOf(departments, 'TARPIT')).toEqual([]);
});

test('hosts that wait or are being read are not contacted yet', () => {
  expect(contacted({ counts })).toBe(6);
});

test('a department is held once and let go again', () => {
  expect(toggleHeld(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggleHeld(['a', 'b'], 'a')).toEqual(['b']);
});
