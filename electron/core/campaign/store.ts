import { gunzipSync, gzipSync } from 'node:zlib';
import type { CampaignId } from '../../../shared/kernel/ids.ts';
import { campaignPlanSchema, type CampaignPlan, type DwellState } from '../../../shared/model/campaign.ts';
import type { HostError } from '../../../shared/model/scan.ts';
import { dayDistributionSchema, type DayDistribution } from '../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../db/index.ts';

const MAX_DAY_BYTES = 1024 * 1024;
/** Raw text of a server: enough to open the latest figures to their source. */
const KEPT_EVIDENCE = 12;

export interface CampaignRow {
  readonly id: CampaignId;
  readonly plan: CampaignPlan;
  readonly cancelled: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface DwellKey {
  readonly campaignId: CampaignId;
  readonly serverId: string;
  readonly startsAt: string;
}

interface StoredCampaign { readonly id: string; readonly plan: string; readonly cancelled: number; readonly created_at: string; readonly created_by: string }

function toCampaign(row: StoredCampaign): CampaignRow[] {
  const plan = campaignPlanSchema.safeParse(JSON.parse(row.plan)).data;
  // Written by us and checked then; a row edited by hand that is none is no campaign.
  return plan ? [{ id: row.id as CampaignId, plan, cancelled: row.cancelled === 1, createdAt: row.created_at, createdBy: row.created_by }] : [];
}

export function readCampaigns(database: ProjectDatabase): CampaignRow[] {
  return database.allRaw<StoredCampaign>('SELECT id, plan, cancelled, created_at, created_by FROM campaign ORDER BY created_at DESC, id').flatMap(toCampaign);
}

export function readCampaign(database: ProjectDatabase, id: CampaignId): CampaignRow | undefined {
  return database.allRaw<StoredCampaign>('SELECT id, plan, cancelled, created_at, created_by FROM campaign WHERE id = ?', id).flatMap(toCampaign)[0];
}

/** Inside a transaction, as all that changes below. */
export function insertCampaign(database: ProjectDatabase, campaign: CampaignRow, dwells: readonly { readonly serverId: string; readonly startsAt: string; readonly endsAt: string }[]): void {
  database.runRaw('INSERT INTO campaign (id, plan, cancelled, created_at, created_by) VALUES (?, ?, 0, ?, ?)', campaign.id, JSON.stringify(campaign.plan), campaign.createdAt, campaign.createdBy);
  for (const { serverId, startsAt, endsAt } of dwells) database.runRaw('INSERT INTO campaign_dwell (campaign_id, starts_at, server_id, ends_at) VALUES (?, ?, ?, ?)', campaign.id, startsAt, serverId, endsAt);
}

export function cancelCampaign(database: ProjectDatabase, id: CampaignId, at: string): void {
  database.runRaw('UPDATE campaign SET cancelled = 1 WHERE id = ?', id);
  database.runRaw("UPDATE campaign_dwell SET state = 'cancelled', finished_at = ? WHERE campaign_id = ? AND state IN ('planned', 'running')", at, id);
}

export interface DueDwell extends DwellKey {
  readonly endsAt: string;
  readonly attempt: number;
}

/** Those whose time is now, the ones that end first in front. */
export function dueDwells(database: ProjectDatabase, campaignId: CampaignId, now: string): DueDwell[] {
  return database.allRaw<DueDwell>(
    "SELECT campaign_id AS campaignId, server_id AS serverId, starts_at AS startsAt, ends_at AS endsAt, attempt FROM campaign_dwell WHERE campaign_id = ? AND state IN ('planned', 'running') AND starts_at <= ? AND ends_at > ? ORDER BY ends_at, server_id",
    campaignId, now, now,
  );
}

export function nextStart(database: ProjectDatabase, campaignId: CampaignId, now: string): string | undefined {
  return database.allRaw<{ at: string | null }>("SELECT min(starts_at) AS at FROM campaign_dwell WHERE campaign_id = ? AND state = 'planned' AND starts_at > ?", campaignId, now)[0]?.at ?? undefined;
}

/** What was planned for a time that is over; samples that came before count, so such a dwell is `partial`. `except`: server ids whose dwell runs here. */
export function settleMissed(database: ProjectDatabase, campaignId: CampaignId, now: string, except: readonly string[]): number {
  return database.runRaw(
    "UPDATE campaign_dwell SET state = CASE WHEN sample_count > 0 THEN 'partial' ELSE 'missed' END, finished_at = ends_at WHERE campaign_id = ? AND state IN ('planned', 'running') AND ends_at <= ? AND server_id NOT IN (SELECT value FROM json_each(?))",
    campaignId, now, JSON.stringify(except),
  );
}

const WHERE_DWELL = 'campaign_id = ? AND starts_at = ? AND server_id = ?';

export function beginDwell(database: ProjectDatabase, { campaignId, startsAt, serverId }: DwellKey, at: string): void {
  database.runRaw(`UPDATE campaign_dwell SET state = 'running', attempt = attempt + 1, error = NULL, started_at = coalesce(started_at, ?) WHERE ${WHERE_DWELL}`, at, campaignId, startsAt, serverId);
}

export function countDwell(database: ProjectDatabase, { campaignId, startsAt, serverId }: DwellKey, added: { readonly samples: number; readonly newFlows: number; readonly rejected: number }): void {
  database.runRaw(`UPDATE campaign_dwell SET sample_count = sample_count + ?, new_flow_count = new_flow_count + ?, rejected_count = rejected_count + ? WHERE ${WHERE_DWELL}`, added.samples, added.newFlows, added.rejected, campaignId, startsAt, serverId);
}

/** A dwell that was cancelled meanwhile stays so. */
export function endDwell(database: ProjectDatabase, { campaignId, startsAt, serverId }: DwellKey, state: DwellState, error: HostError | undefined, at: string): void {
  database.runRaw(`UPDATE campaign_dwell SET state = ?, error = ?, finished_at = ? WHERE ${WHERE_DWELL} AND state <> 'cancelled'`, state, error ? JSON.stringify(error) : null, state === 'planned' ? null : at, campaignId, startsAt, serverId);
}

function unpackDay(body: Uint8Array): DayDistribution | undefined {
  try {
    return dayDistributionSchema.parse(JSON.parse(gunzipSync(body, { maxOutputLength: MAX_DAY_BYTES }).toString('utf8')));
  } catch {
    return undefined;
  }
}

/** All days of a server, of every campaign, oldest first; unreadable rows count as none. */
export function readDays(database: ProjectDatabase, serverId: string): { readonly campaignId: CampaignId; readonly part: DayDistribution }[] {
  const rows = database.allRaw<{ campaignId: CampaignId; body: Uint8Array }>('SELECT campaign_id AS campaignId, body FROM dwell_distribution WHERE server_id = ? ORDER BY day, campaign_id', serverId);
  return rows.flatMap(({ campaignId, body }) => {
    const part = unpackDay(body);
    return part ? [{ campaignId, part }] : [];
  });
}

export function saveDay(database: ProjectDatabase, serverId: string, campaignId: CampaignId, part: DayDistribution): void {
  database.runRaw(
    'INSERT INTO dwell_distribution (server_id, day, campaign_id, body) VALUES (?, ?, ?, ?) ON CONFLICT (server_id, day, campaign_id) DO UPDATE SET body = excluded.body',
    serverId, part.day, campaignId, gzipSync(JSON.stringify(part)),
  );
}

export function addHours(database: ProjectDatabase, campaignId: CampaignId, serverId: string, hours: ReadonlyMap<number, number>): void {
  for (const [hour, samples] of hours) {
    database.runRaw('INSERT INTO dwell_hour (campaign_id, server_id, hour, samples) VALUES (?, ?, ?, ?) ON CONFLICT (campaign_id, server_id, hour) DO UPDATE SET samples = samples + excluded.samples', campaignId, serverId, hour, samples);
  }
}

/** Remembers a part's raw text and lets the oldest ones of the server go. */
export function keepEvidence(database: ProjectDatabase, key: DwellKey, evidenceId: string, at: string): void {
  database.runRaw('INSERT INTO dwell_evidence (evidence_id, campaign_id, server_id, starts_at, at) VALUES (?, ?, ?, ?, ?)', evidenceId, key.campaignId, key.serverId, key.startsAt, at);
  database.runRaw(`DELETE FROM evidence WHERE id IN (SELECT evidence_id FROM dwell_evidence WHERE server_id = ? ORDER BY at DESC, evidence_id LIMIT -1 OFFSET ${KEPT_EVIDENCE})`, key.serverId);
}

/** Servers and seed of the embedded city this project was made from, and which server each of its hosts is; undefined for any other project. */
export function readSampleCity(database: ProjectDatabase): { readonly servers: number; readonly seed: number; readonly serverOf: ReadonlyMap<string, string> } | undefined {
  const [choice] = database.allRaw<{ servers: number; seed: number }>("SELECT json_extract(input, '$.servers') AS servers, json_extract(input, '$.seed') AS seed FROM job WHERE kind = 'sample-scan' ORDER BY created_at DESC LIMIT 1");
  if (!choice) return undefined;
  const rows = database.allRaw<{ name: string; serverId: string }>("SELECT t.name, t.server_id AS serverId FROM scan_target t JOIN scan_run r ON r.id = t.run_id WHERE r.kind = 'sample' AND t.name IS NOT NULL AND t.server_id IS NOT NULL");
  return { ...choice, serverOf: new Map(rows.map(({ name, serverId }) => [name, serverId])) };
}

/** The machine a contact has found behind a server before; null when its host told none. */
export function machineIdOf(database: ProjectDatabase, serverId: string): string | null {
  return database.allRaw<{ machineId: string | null }>('SELECT machine_id AS machineId FROM server WHERE id = ?', serverId)[0]?.machineId ?? null;
}
