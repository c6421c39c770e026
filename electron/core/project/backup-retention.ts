export interface BackupEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason: 'daily' | 'migration' | 'bulk-edit' | 'requested' | 'before-restore';
}

const KEPT = { days: 12, weeks: 10, months: 9, others: 10 } as const;
const WEEK_MS = 7 * 86_400_000;

/** The newest of each of the latest `count` periods. */
function newestPerPeriod(entries: readonly BackupEntry[], periodOf: (at: string) => string, count: number): BackupEntry[] {
  const newest = new Map<string, BackupEntry>();
  for (const entry of entries) if (!newest.has(periodOf(entry.at))) newest.set(periodOf(entry.at), entry);
  return [...newest.values()].slice(0, count);
}

/**
 * Which backups stay: of the daily ones the newest of 12 days, 10 weeks and 9 months; of every other reason the newest 10.
 * `entries` in any order; the result newest first.
 */
export function backupsToKeep(entries: readonly BackupEntry[]): BackupEntry[] {
  const sorted = [...entries].sort((left, right) => (left.at < right.at ? 1 : -1));
  const daily = sorted.filter((entry) => entry.reason === 'daily');
  const reasons = new Set(sorted.map((entry) => entry.reason).filter((reason) => reason !== 'daily'));
  const kept = new Set([
    ...newestPerPeriod(daily, (at) => at.slice(0, 10), KEPT.days),
    ...newestPerPeriod(daily, (at) => String(Math.floor(Date.parse(at) / WEEK_MS)), KEPT.weeks),
    ...newestPerPeriod(daily, (at) => at.slice(0, 7), KEPT.months),
    ...[...reasons].flatMap((reason) => sorted.filter((entry) => entry.reason === reason).slice(0, KEPT.others)),
  ]);
  return sorted.filter((entry) => kept.has(entry));
}
