import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';
import { formatInstant } from './format.ts';

const since = '2026-11-23T14:02:09.123Z';

test('an instant among the parameters is told as in the tables', () => {
  const { what } = describeError('en', 'project.locked', { pid: 7, since });
  expect(what).toContain(formatInstant(since));
  expect(what).not.toContain(since);
  expect(what).toContain('7');
});

test('a code without sentences is shown as itself', () => {
  expect(describeError('zh-CN', 'no.such_code')).toEqual({ title: 'no.such_code', what: '' });
});
