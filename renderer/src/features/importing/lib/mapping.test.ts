import { expect, test } from 'vitest';
import { missingFields, rejectedCsv, withColumn } from './mapping.ts';

test('required fields without a column are missing', () => {
  const fields = [{ key: 'name', required: true }, { key: 'department', required: true }, { key: 'note', required: false }];
  expect(missingFields({ fields, mapping: { name: '名称', department: '' } })).toEqual(['department']);
});

test('a column feeds one field only', () => {
  expect(withColumn({ name: 'A', code: 'B' }, 'code', 'A')).toEqual({ code: 'A' });
  expect(withColumn({ name: 'A', code: 'B' }, 'code', null)).toEqual({ name: 'A' });
});

test('rejected rows keep their values, quote what must be quoted and defuse formulas', () => {
  const text = rejectedCsv([{ line: 3, action: 'reject', key: 'x', values: { name: '=HYPERLINK("x")', note: 'a,b' }, problems: [{ field: 'vcpu', reason: 'notANumber' }] }], { line: 'Line', problems: 'Problems' }, (problem) => `${problem.field} ${problem.reason}`);
  expect(text).toBe('Line,Problems,name,note\r\n3,vcpu notANumber,"\'=HYPERLINK(""x"")","a,b"\r\n');
});
