import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startCore, startCoreWithProject } from '../support/core-fixture.ts';
import { tempDir } from '../support/temp-dir.ts';

describe('project', () => {
  test('is created, closed and opened again from the recent list', async () => {
    const { core, projectPath } = startCore();
    expect((await core.call('project.getStatus', {})).open).toBe(false);
    const created = await core.call('project.create', { name: '江城', file: core.files.register(projectPath, 'write') });
    expect(created.status).toMatchObject({ open: true, name: '江城', mode: 'writable', lockedBy: null, undo: null });
    await core.call('project.close', {});
    expect(existsSync(`${projectPath}-wal`)).toBe(false);
    expect(existsSync(`${projectPath}.lock.json`)).toBe(false);
    const { projects } = await core.call('project.listRecent', {});
    expect(projects).toHaveLength(1);
    const reopened = await core.call('project.open', { recentId: projects[0]?.id ?? '' });
    expect(reopened.status.name).toBe('江城');
  });

  test('a method that needs a project is refused without one', async () => {
    const { core } = startCore();
    await expect(core.call('project.verify', {})).rejects.toMatchObject({ code: 'project.not_open' });
  });

  test('a second core opens read-only and is told who writes', async () => {
    const first = await startCoreWithProject();
    const second = startCore({ dataDir: tempDir('second') });
    const file = second.core.files.register(first.projectPath, 'read');
    const opened = await second.core.call('project.open', { file });
    expect(opened.status).toMatchObject({ mode: 'read-only', lockedBy: { pid: process.pid } });
    await expect(second.core.call('project.undo', {})).rejects.toMatchObject({ code: 'project.locked', params: { pid: process.pid } });
    await second.core.call('project.close', {});
    await expect(second.core.call('project.open', { file, takeOver: true })).rejects.toMatchObject({ code: 'project.locked' });
    await first.core.call('project.close', {});
    expect((await second.core.call('project.open', { file, takeOver: true })).status.mode).toBe('writable');
  });
});
