import { expect, test } from 'vitest';
import { slugOf } from './project-file-name.ts';

test.each([
  ['江城 政务云 2026', '江城-政务云-2026'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con'],
  ['***', 'project'],
  ['a'.repeat(200), 'a'.repeat(60)],
])('%s becomes %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
