import { expect, test } from 'vitest';
import { callKey, dependsOn, speaksOfProject } from './call-key.ts';

test('answers about the person or the machine outlive a project', () => {
  expect(speaksOfProject(callKey('plan.list', {}))).toBe(true);
  expect(speaksOfProject(callKey('job.list', {}))).toBe(true);
  expect(speaksOfProject(callKey('settings.get', {}))).toBe(false);
  expect(speaksOfProject(callKey('project.getStatus', {}))).toBe(false);
  expect(speaksOfProject(['other', {}])).toBe(false);
});

test('an answer depends on the topics of its procedure', () => {
  expect(dependsOn(callKey('plan.list', {}), new Set(['plan']))).toBe(true);
  expect(dependsOn(callKey('plan.list', {}), new Set(['settings']))).toBe(false);
  expect(dependsOn(['toString'], new Set(['plan']))).toBe(false);
});
