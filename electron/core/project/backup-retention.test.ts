import { expect, test } from 'vitest';
import { backupsToKeep, type BackupEntry } from './backup-retention.ts';

const daily = (day: number): BackupEntry => ({ id: `day-${day}`, at: new Date(Date.UTC(2026, 10, 23) - day * 86_400_000).toISOString(), reason: 'daily' });

test('of two years of daily backups stay 12 days, then weeks, then months', () => {
  const kept = backupsToKeep(Array.from({ length: 730 }, (_, day) => daily(day)));
  const ages = kept.map((entry) => Number(entry.id.slice(4)));
  expect(ages.slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(ages.filter((age) => age >= 12 && age < 70).length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...ages)).toBeGreaterThan(200);
  expect(kept.length).toBeLessThanOrEqual(31);
});

test('other reasons keep their newest ten, untouched by the daily ones', () => {
  const edits = Array.from({ length: 25 }, (_, index): BackupEntry => ({ id: `edit-${index}`, at: new Date(Date.UTC(2026, 0, index + 1)).toISOString(), reason: 'bulk-edit' }));
  const kept = backupsToKeep([...edits, daily(0)]);
  expect(kept.map((entry) => entry.id)).toEqual(['day-0', ...Array.from({ length: 10 }, (_, index) => `edit-${24 - index}`)]);
});
