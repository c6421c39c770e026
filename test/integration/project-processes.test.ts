import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createProjectFile } from '../../electron/core/db/index.ts';
import { startCore } from '../support/core-fixture.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Another process with the project open. */
async function holdProject(path: string) {
  const child = spawn(process.execPath, [join(ROOT, 'test/support/run-typescript.mjs'), 'test/support/hold-project.ts', path], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const end = async (how: () => void) => {
    const closed = once(child, 'close');
    how();
    await closed;
  };
  return { told: JSON.parse(line) as { mode: string; pid: number }, kill: () => end(() => child.kill('SIGKILL')), leave: () => end(() => child.stdin.end()) };
}

test('D12 D13 another process holds the project: read-only here, writing refused naming its pid, until it leaves', async () => {
  const { core, projectPath } = startCore();
  createProjectFile(projectPath);
  const other = await holdProject(projectPath);
  expect(other.told.mode).toBe('writable');
  const file = core.files.register(projectPath, 'read');
  expect((await core.call('project.open', { file })).status).toMatchObject({ mode: 'read-only', lockedBy: { pid: other.told.pid } });
  await expect(core.call('organisation.createDepartment', { name: 'A' })).rejects.toMatchObject({ code: 'project.locked', params: { pid: other.told.pid } });
  await other.leave();
  expect((await core.call('project.open', { file, takeOver: true })).status).toMatchObject({ mode: 'writable', lockedBy: null });
});

test('D14 an owner that was killed is taken over without asking', async () => {
  const { core, projectPath } = startCore();
  createProjectFile(projectPath);
  const other = await holdProject(projectPath);
  await other.kill();
  expect((await core.call('project.open', { file: core.files.register(projectPath, 'read') })).status).toMatchObject({ mode: 'writable', lockedBy: null });
});
