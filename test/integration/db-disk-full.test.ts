import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createProjectFile, openProjectFile, sealCopy, verifyProjectFile } from '../../electron/core/db/index.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';
import { TEST_INSTANT } from '../support/builders.ts';
import { mountSmallDisk } from '../support/small-disk.ts';

const seal = (path: string): Promise<void> => Promise.resolve(sealCopy(path));
const NOTE = { action: 'test.fill', by: 'tester', summary: {} };

function openOnSmallDisk(megabytes: number) {
  const disk = mountSmallDisk(megabytes);
  if (!disk) return undefined;
  const path = join(disk.folder, 'city.landfall');
  createProjectFile(path);
  const project = openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
  onTestFinished(() => project.close());
  const add = (id: number) => project.record(NOTE, () => project.runRaw('INSERT INTO department (id, name, contact) VALUES (?, ?, ?)', `d${id}`, `Department ${id}`, 'x'.repeat(4000)));
  const count = () => project.allRaw<{ count: number }>('SELECT count(*) AS count FROM department')[0]?.count;
  return { folder: disk.folder, path, project, add, count };
}

test('D06 a full disk refuses the change with its code; what was kept stays and work goes on when there is room', ({ skip }) => {
  const disk = openOnSmallDisk(4);
  if (!disk) {
    skip('needs root and a mount namespace that allows tmpfs');
    return;
  }
  const { folder, project, add, count } = disk;
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(2_000_000));
  let kept = 0;
  const fill = () => {
    for (;;) {
      add(kept);
      kept += 1;
    }
  };
  expect(fill).toThrow(expect.objectContaining({ code: 'storage.disk_full' }));
  expect(count()).toBe(kept);
  rmSync(ballast);
  add(kept);
  expect(count()).toBe(kept + 1);
  expect(verifyProjectFile(project.path)).toMatchObject({ integrity: 'ok', auditValid: true, auditRows: kept + 1 });
});

test('D07 a backup that does not fit leaves no partial file and the project untouched', async ({ skip }) => {
  const disk = openOnSmallDisk(12);
  if (!disk) {
    skip('needs root and a mount namespace that allows tmpfs');
    return;
  }
  const { folder, project, add, count } = disk;
  for (let id = 0; id < 150; id += 1) add(id);
  await project.backUp(join(folder, 'first.landfall'), seal);
  const free = statfsSync(folder);
  const freeBytes = free.bavail * free.bsize;
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(freeBytes - 300_000));
  await expect(project.backUp(join(folder, 'second.landfall'), seal)).rejects.toMatchObject({ code: 'storage.disk_full' });
  expect(readdirSync(folder).filter((name) => name.includes('second') || name.includes('partial'))).toEqual([]);
  expect(readdirSync(folder)).toContain('first.landfall');
  expect(count()).toBe(150);
  expect(verifyProjectFile(project.path).integrity).toBe('ok');
});
