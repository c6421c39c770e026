import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProjectFile, openProjectFile, type OpenProject } from '../../electron/core/db/index.ts';
import { afterRestore } from '../../electron/core/inventory/index.ts';
import { TEST_INSTANT } from '../support/builders.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { openTestProject } from '../support/open-test-project.ts';
import { tempDir } from '../support/temp-dir.ts';

const NOTE = { action: 'test.change', by: 'tester', summary: {} };

function open(path: string): OpenProject {
  const project = openProjectFile(path, { now: () => new Date(TEST_INSTANT), afterRestore, backupBeforeMigration: () => undefined });
  onTestFinished(() => project.close());
  return project;
}

function newProject(): string {
  const path = join(tempDir('open'), 'city.landfall');
  createProjectFile(path);
  return path;
}

/** Changes a closed project file as another program would. */
function alter(path: string, sql: string): void {
  const database = new Database(path);
  database.unsafeMode(true);
  database.exec(sql);
  database.close();
}

describe('D18 what is no project of this version is refused, each with its own code, and left untouched', () => {
  const cases: readonly [string, (path: string) => void, string, object][] = [
    ['a file of text', (path) => writeFileSync(path, 'x'.repeat(4096)), 'project.not_a_project', { reason: 'notSqlite' }],
    ['an empty file', (path) => writeFileSync(path, ''), 'project.not_a_project', { reason: 'empty' }],
    ['a database of another program', (path) => alter(path, 'PRAGMA application_id = 7; CREATE TABLE t (x)'), 'project.not_a_project', { reason: 'otherApplication' }],
    ['a project of a newer version', (path) => { createProjectFile(path); alter(path, 'PRAGMA user_version = 99'); }, 'project.newer_version', { found: 99 }],
    ['a project with a foreign trigger (D17)', (path) => { createProjectFile(path); alter(path, 'CREATE TRIGGER evil AFTER INSERT ON server BEGIN DELETE FROM server; END'); }, 'project.foreign_objects', { objects: ['trigger evil'] }],
    ['a project with a foreign view (D17)', (path) => { createProjectFile(path); alter(path, 'CREATE VIEW shadow AS SELECT 1'); }, 'project.foreign_objects', { objects: ['view shadow'] }],
    ['a project whose audit guard was taken off', (path) => { createProjectFile(path); alter(path, 'DROP TRIGGER audit_no_delete'); }, 'project.foreign_objects', { objects: ['-trigger audit_no_delete'] }],
    ['a folder', (path) => mkdirSync(path), 'project.not_a_project', { reason: 'notAFile' }],
  ];
  test.each(cases)('%s', (_name, make, code, params) => {
    const path = join(tempDir('refuse'), 'file.landfall');
    make(path);
    const before = statSync(path).isFile() ? readFileSync(path) : undefined;
    expect(() => open(path)).toThrow(expect.objectContaining({ code, params: expect.objectContaining(params) }));
    if (before) expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.lock.json`)).toBe(false);
  });

  test('a missing file', () => {
    expect(() => open(join(tempDir('none'), 'none.landfall'))).toThrow(expect.objectContaining({ code: 'project.not_found' }));
  });
});

test('D16 damaged bytes never crash: each file opens or is refused with a code', () => {
  const path = newProject();
  const project = open(path);
  project.record(NOTE, () => {
    for (let index = 0; index < 300; index += 1) project.runRaw('INSERT INTO department (id, name) VALUES (?, ?)', `d${index}`, `Department ${index}`);
  });
  project.close();
  const sound = readFileSync(path);
  const outcomes = new Map<string, number>();
  for (let round = 0; round < 120; round += 1) {
    const bytes = Buffer.from(sound);
    const target = join(tempDir('damaged'), `damaged-${round}.landfall`);
    const at = (round * 7919) % bytes.length;
    if (round % 3 === 0) bytes.fill(0xff, at, Math.min(bytes.length, at + 64));
    else if (round % 3 === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8));
    writeFileSync(target, round % 3 === 2 ? bytes.subarray(0, Math.max(1, at)) : bytes);
    let outcome = 'opened';
    try {
      open(target).close();
    } catch (error) {
      outcome = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.keys()].filter((outcome) => !/^(opened|project\.|storage\.)/.test(outcome))).toEqual([]);
  expect(outcomes.get('project.damaged')).toBeGreaterThan(20);
});

test('D14 a lock left behind by a dead process is taken over', () => {
  const path = newProject();
  writeFileSync(`${path}.lock.json`, JSON.stringify({ pid: 1, host: 'elsewhere', startedAt: TEST_INSTANT, since: TEST_INSTANT }));
  writeFileSync(`${path}.lock`, '');
  expect(open(path).mode).toBe('writable');
  expect(JSON.parse(readFileSync(`${path}.lock.json`, 'utf8'))).toMatchObject({ pid: process.pid });
});

test('D11 a project on a read-only file system opens read-only', ({ skip }) => {
  const disk = mountSmallDisk(16);
  if (!disk) skip('needs root and a mount namespace that allows tmpfs');
  else {
    const path = join(disk.folder, 'city.landfall');
    createProjectFile(path);
    open(path).close();
    disk.remountReadOnly();
    const project = open(path);
    expect(project).toMatchObject({ mode: 'read-only', lockedBy: undefined });
    expect(() => project.note(() => undefined)).toThrow(expect.objectContaining({ code: 'project.read_only' }));
  }
});

test('D15 a file that was replaced while open is not written any more', () => {
  const path = newProject();
  const project = open(path);
  renameSync(path, `${path}.moved`);
  createProjectFile(path);
  const write = () => project.record(NOTE, () => project.runRaw("INSERT INTO department (id, name) VALUES ('a', 'A')"));
  expect(write).toThrow(expect.objectContaining({ code: 'project.moved' }));
});

test('an existing file is never overwritten by create', () => {
  const path = newProject();
  expect(() => createProjectFile(path)).toThrow(expect.objectContaining({ code: 'project.exists' }));
});

test('pragmas of a writing connection keep acknowledged changes and bound what a file can do', () => {
  const project = openTestProject();
  const pragma = (name: string) => Object.values(project.allRaw<Record<string, number | string>>(`SELECT * FROM pragma_${name}`)[0] ?? {})[0];
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema'), pragma('cell_size_check')]).toEqual(['wal', 2, 1, 0, 1]);
});
