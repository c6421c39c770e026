import { trackingEntrySchema, type TrackingEntry, type TrackingState } from '../../../shared/model/tracking.ts';
import type { ProjectDatabase } from '../db/index.ts';

interface EntryRow {
  readonly system_id: string;
  readonly state: TrackingState;
  readonly on_date: string;
  readonly evidence: string;
  readonly by: string;
  readonly recorded_at: string;
}

function entryOf(row: EntryRow): TrackingEntry {
  return trackingEntrySchema.parse({ systemId: row.system_id, state: row.state, on: row.on_date, evidence: row.evidence, by: row.by, recordedAt: row.recorded_at });
}

const COLUMNS = ['system_id', 'state', 'on_date', 'evidence', 'by', 'recorded_at'] as const;

/** All entries of one system in the order they were recorded. */
export function loadHistory(database: ProjectDatabase, systemId: string): TrackingEntry[] {
  return database.all(database.sql.selectFrom('tracking_entry').select(COLUMNS).where('system_id', '=', systemId).orderBy('seq')).map(entryOf);
}

/** systemId → its entries in the order they were recorded. */
export function loadEntries(database: ProjectDatabase): Map<string, TrackingEntry[]> {
  const entries = new Map<string, TrackingEntry[]>();
  for (const row of database.all(database.sql.selectFrom('tracking_entry').select(COLUMNS).orderBy('seq'))) {
    const list = entries.get(row.system_id) ?? [];
    list.push(entryOf(row));
    entries.set(row.system_id, list);
  }
  return entries;
}

/** Inside a transaction. */
export function appendEntry(database: ProjectDatabase, entry: TrackingEntry): void {
  const { systemId, state, on, evidence, by, recordedAt } = entry;
  database.run(database.sql.insertInto('tracking_entry').values({ system_id: systemId, state, on_date: on, evidence, by, recorded_at: recordedAt }));
}
