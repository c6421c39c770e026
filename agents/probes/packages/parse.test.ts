import { expect, test } from 'vitest';
import { parsePackages } from './parse.ts';

test('a manager without a single package is a busybox applet: nothing is known', () => {
  expect(parsePackages(['manager rpm'])).toBeUndefined();
});

test('name, version and architecture; keys of repositories are no packages', () => {
  expect(parsePackages(['manager rpm', 'bash|5.1.8-9.el9|x86_64', 'gpg-pubkey|d4082792-5b32db75|(none)', 'setup|2.13.7-10.el9|noarch'])).toEqual({
    manager: 'rpm', items: [{ name: 'bash', version: '5.1.8-9.el9', architecture: 'x86_64' }, { name: 'setup', version: '2.13.7-10.el9', architecture: 'noarch' }],
  });
});
