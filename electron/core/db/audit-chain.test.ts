import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createAuditWriter, verifyAuditChain } from './audit-chain.ts';
import { migrate } from './migrate.ts';

function withRows(count: number): Database.Database {
  const database = new Database(':memory:');
  migrate(database);
  const write = createAuditWriter(database);
  for (let index = 0; index < count; index += 1) write({ action: 'test.step', by: 'tester', summary: { index } }, '2026-11-02T08:00:00.000Z');
  return database;
}

/** What an outsider with the file would do: the triggers go first. */
function tampered(count: number, sql: string): Database.Database {
  const database = withRows(count);
  database.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;');
  database.exec(sql);
  return database;
}

test('an untouched chain is valid, an empty one too', () => {
  expect(verifyAuditChain(withRows(5))).toMatchObject({ auditRows: 5, auditValid: true, firstBrokenSeq: null });
  expect(verifyAuditChain(withRows(0))).toEqual({ auditRows: 0, auditValid: true, firstBrokenSeq: null, lastHash: null });
});

test('D21 rows cannot be changed or removed by plain SQL', () => {
  expect(() => withRows(1).exec("UPDATE audit SET by = 'other'")).toThrow('final');
  expect(() => withRows(1).exec('DELETE FROM audit')).toThrow('final');
});

test.each([
  ['a changed row', "UPDATE audit SET summary = '{}' WHERE seq = 3", 3],
  ['a removed row', 'DELETE FROM audit WHERE seq = 2', 2],
  ['a cut-off end', 'DELETE FROM audit WHERE seq > 3', 4],
  ['an emptied trail', 'DELETE FROM audit', 1],
])('D21 D22 %s is found at its place', (_name, sql, firstBrokenSeq) => {
  expect(verifyAuditChain(tampered(5, sql))).toMatchObject({ auditValid: false, firstBrokenSeq });
});
