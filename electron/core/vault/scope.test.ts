import { expect, test } from 'vitest';
import { isCovered } from './scope.ts';

const target = (host: string, departmentName: string | null = null) => ({ host, departmentName });

test('an empty scope covers everything', () => {
  expect(isCovered({ departments: [], hosts: [] }, target('10.0.0.1'), ['gate'])).toBe(true);
});

test('a department covers its hosts and their way, and nobody else\'s', () => {
  const scope = { departments: ['财政局'], hosts: [] };
  expect(isCovered(scope, target('10.0.0.1', '财政局'), ['gate'])).toBe(true);
  expect(isCovered(scope, target('10.0.0.1', '公安局'), [])).toBe(false);
  expect(isCovered(scope, target('10.0.0.1'), [])).toBe(false);
});

test('host patterns have to name every host that would see the credential', () => {
  const scope = { departments: [], hosts: ['10.1.0.0/16', '*.housing.example', '2001:db8::/32'] };
  expect(['10.1.2.3', 'db1.HOUSING.example', '2001:db8::7'].map((host) => isCovered(scope, target(host), []))).toEqual([true, true, true]);
  expect(['10.2.0.1', 'housing.example.org', '2001:db9::7', '10.1.0.0.evil'].map((host) => isCovered(scope, target(host), []))).toEqual([false, false, false, false]);
  expect(isCovered(scope, target('10.1.2.3'), ['gate.elsewhere'])).toBe(false);
  expect(isCovered(scope, target('10.1.2.3'), ['10.1.0.1'])).toBe(true);
  expect(isCovered({ departments: [], hosts: ['10.0.0.0/99', '/8', 'x/y'] }, target('10.0.0.1'), [])).toBe(false);
});
