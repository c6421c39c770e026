import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';
import { TEST_INSTANT } from '../support/builders.ts';
import { startCore, startCoreWithProject } from '../support/core-fixture.ts';

const names = async ({ core }: { core: ReturnType<typeof startCore>['core'] }) => (await core.call('organisation.listDepartments', {})).rows.map((row) => row.name);

test('a backup brings the former state back; the state before it is kept too', async () => {
  const fixture = await startCoreWithProject();
  const { core } = fixture;
  await core.call('organisation.createDepartment', { name: 'A' });
  const { backup } = await core.call('project.backUp', {});
  await core.call('organisation.createDepartment', { name: 'B' });
  const { status } = await core.call('project.restoreBackup', { id: backup.id });
  expect(status).toMatchObject({ open: true, mode: 'writable', name: 'City' });
  expect(await names(fixture)).toEqual(['A']);
  const { backups } = await core.call('project.listBackups', {});
  expect(backups.map((entry) => entry.reason).sort()).toEqual(['before-restore', 'requested']);
  const before = backups.find((entry) => entry.reason === 'before-restore');
  await core.call('project.restoreBackup', { id: before?.id ?? '' });
  expect(await names(fixture)).toEqual(['A', 'B']);
  expect(await core.call('project.verify', {})).toMatchObject({ integrity: 'ok', auditValid: true });
});

test('a damaged backup and an unknown one are refused and the project stays as it is', async () => {
  const fixture = await startCoreWithProject();
  const { core, projectPath } = fixture;
  await core.call('organisation.createDepartment', { name: 'A' });
  const { backup } = await core.call('project.backUp', {});
  const path = `${projectPath}.backups/${backup.id}.landfall`;
  writeFileSync(path, readFileSync(path).fill(0xff, 4096, 12_288));
  await expect(core.call('project.restoreBackup', { id: backup.id })).rejects.toMatchObject({ code: 'project.damaged' });
  await expect(core.call('project.restoreBackup', { id: '../city' })).rejects.toMatchObject({ code: 'record.not_found' });
  expect(await names(fixture)).toEqual(['A']);
});

test('a project with content is backed up once a day when it is opened', async () => {
  let now = new Date('2026-11-02T08:00:00.000Z');
  const { core } = await startCoreWithProject({ now: () => now });
  const { projects } = await core.call('project.listRecent', {});
  const recentId = projects[0]?.id ?? '';
  const daily = async () => {
    await core.call('project.close', {});
    await core.call('project.open', { recentId });
    await core.call('project.close', {});
    await core.call('project.open', { recentId });
    return (await core.call('project.listBackups', {})).backups.filter((entry) => entry.reason === 'daily').length;
  };
  expect(await daily()).toBe(1);
  now = new Date('2026-11-03T07:00:00.000Z');
  expect(await daily()).toBe(1);
  now = new Date('2026-11-03T09:00:00.000Z');
  expect(await daily()).toBe(2);
});

test('jobs cut off by a crash are interrupted when the project is opened', async () => {
  const { core, projectPath } = startCore();
  createProjectFile(projectPath);
  const crashed = openProjectFile(projectPath, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
  crashed.note(() => crashed.runRaw("INSERT INTO job (id, kind, input, state, progress, attempt, created_at) VALUES ('job-1', 'plan', '{}', 'running', '{}', 1, ?)", TEST_INSTANT));
  crashed.note(() => crashed.runRaw("INSERT INTO job (id, kind, input, state, progress, attempt, created_at) VALUES ('job-odd', 'plan', 'no json', 'running', '{}', 1, ?)", TEST_INSTANT));
  crashed.close();
  await core.call('project.open', { file: core.files.register(projectPath, 'read') });
  expect((await core.call('job.list', {})).jobs).toMatchObject([{ id: 'job-1', state: 'interrupted', attempt: 1 }]);
});

test('closing leaves one plain file that another program may copy', async () => {
  const { core, projectPath } = await startCoreWithProject();
  await core.call('organisation.createDepartment', { name: 'A' });
  await core.call('project.close', {});
  const copy = `${projectPath}.copy`;
  writeFileSync(copy, readFileSync(projectPath));
  await core.call('project.open', { file: core.files.register(copy, 'read') });
  expect(await names({ core })).toEqual(['A']);
});

test('the audit trail tells who did what, newest first', async () => {
  const { core } = await startCoreWithProject();
  await core.call('settings.save', { settings: { userName: '王工' } });
  await core.call('organisation.createDepartment', { name: 'A' });
  await core.call('project.undo', {});
  const { rows } = await core.call('project.listAudit', { limit: 2 });
  expect(rows).toMatchObject([{ action: 'project.undo', by: '王工', summary: { step: 'organisation.createDepartment' } }, { action: 'organisation.createDepartment', by: '王工' }]);
});

test('D19 a damaged project is replaced by its newest sound backup and kept aside', async () => {
  const fixture = await startCoreWithProject();
  const { core, projectPath } = fixture;
  const recover = async () => core.call('project.recover', { file: core.files.register(projectPath, 'read') });
  await core.call('organisation.createDepartment', { name: 'A' });
  const { backup: sound } = await core.call('project.backUp', {});
  await core.call('organisation.createDepartment', { name: 'B' });
  const { backup: newer } = await core.call('project.backUp', {});
  expect(await recover()).toMatchObject({ backup: null, damagedFile: null });
  await core.call('project.close', {});
  const spoil = (path: string) => writeFileSync(path, readFileSync(path).fill(0xff, 4096, 16_384));
  spoil(projectPath);
  spoil(`${projectPath}.backups/${newer.id}.landfall`);
  await expect(core.call('project.open', { file: core.files.register(projectPath, 'read') })).rejects.toMatchObject({ code: 'project.damaged' });
  const recovered = await recover();
  expect(recovered).toMatchObject({ backup: { id: sound.id }, status: { mode: 'writable', name: 'City' } });
  expect(existsSync(recovered.damagedFile ?? '')).toBe(true);
  expect(await names(fixture)).toEqual(['A']);
});

test('without a sound backup a damaged project is left where it is', async () => {
  const { core, projectPath } = await startCoreWithProject();
  await core.call('project.close', {});
  writeFileSync(projectPath, readFileSync(projectPath).fill(0xff, 4096, 16_384));
  const before = readFileSync(projectPath);
  await expect(core.call('project.recover', { file: core.files.register(projectPath, 'read') })).rejects.toMatchObject({ code: 'record.not_found' });
  expect(readFileSync(projectPath).equals(before)).toBe(true);
});
