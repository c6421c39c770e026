import type { CampaignId } from '../../../../shared/kernel/ids.ts';
import type { DwellState } from '../../../../shared/model/campaign.ts';
import { HOURS_OF_WEEK } from '../../../../shared/model/utilisation.ts';
import type { ProjectDatabase, SqlValue } from '../../db/index.ts';

export interface CampaignTotals {
  readonly serverCount: number;
  readonly counts: Record<DwellState, number>;
  readonly sampleCount: number;
  readonly newFlowCount: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly nextAt: string | null;
  readonly dueCount: number;
}

interface TotalsRow { readonly servers: number; readonly samples: number; readonly flows: number; readonly firstAt: string | null; readonly lastAt: string | null; readonly nextAt: string | null; readonly due: number }

const NONE: Record<DwellState, number> = { planned: 0, running: 0, done: 0, partial: 0, failed: 0, missed: 0, cancelled: 0 };

export function readTotals(database: ProjectDatabase, id: CampaignId, now: string): CampaignTotals {
  const states = database.allRaw<{ state: DwellState; count: number }>('SELECT state, count(*) AS count FROM campaign_dwell WHERE campaign_id = ? GROUP BY state', id);
  const [row] = database.allRaw<TotalsRow>(
    `SELECT count(DISTINCT server_id) AS servers, coalesce(sum(sample_count), 0) AS samples, coalesce(sum(new_flow_count), 0) AS flows, min(starts_at) AS firstAt, max(ends_at) AS lastAt,
       min(CASE WHEN state = 'planned' AND starts_at > ? THEN starts_at END) AS nextAt, coalesce(sum(state IN ('planned', 'running') AND starts_at <= ? AND ends_at > ?), 0) AS due
     FROM campaign_dwell WHERE campaign_id = ?`, now, now, now, id);
  return {
    serverCount: row?.servers ?? 0, counts: { ...NONE, ...Object.fromEntries(states.map(({ state, count }) => [state, count])) }, sampleCount: row?.samples ?? 0, newFlowCount: row?.flows ?? 0,
    firstAt: row?.firstAt ?? now, lastAt: row?.lastAt ?? now, nextAt: row?.nextAt ?? null, dueCount: row?.due ?? 0,
  };
}

export interface DwellViewRow {
  readonly serverId: string;
  readonly serverName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: DwellState;
  readonly attempt: number;
  readonly sampleCount: number;
  readonly newFlowCount: number;
  readonly rejectedCount: number;
  readonly error: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly evidenceId: string | null;
}

export interface DwellFilter {
  readonly campaignId: CampaignId;
  readonly states?: readonly DwellState[] | undefined;
  readonly serverId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The latest first: what runs now and what came last stands on top, what is planned below in its order. */
export function listDwellRows(database: ProjectDatabase, { campaignId, states, serverId, offset, limit }: DwellFilter): { rows: DwellViewRow[]; total: number; grandTotal: number } {
  const conditions = ['w.campaign_id = ?', ...(states ? ['w.state IN (SELECT value FROM json_each(?))'] : []), ...(serverId === undefined ? [] : ['w.server_id = ?'])].join(' AND ');
  const parameters: SqlValue[] = [campaignId, ...(states ? [JSON.stringify(states)] : []), ...(serverId === undefined ? [] : [serverId])];
  const rows = database.allRaw<DwellViewRow>(
    `SELECT w.server_id AS serverId, v.hostname AS serverName, w.starts_at AS startsAt, w.ends_at AS endsAt, w.state, w.attempt, w.sample_count AS sampleCount, w.new_flow_count AS newFlowCount, w.rejected_count AS rejectedCount,
       w.error, w.started_at AS startedAt, w.finished_at AS finishedAt,
       (SELECT e.evidence_id FROM dwell_evidence e WHERE e.server_id = w.server_id AND e.campaign_id = w.campaign_id AND e.starts_at = w.starts_at ORDER BY e.at DESC LIMIT 1) AS evidenceId
     FROM campaign_dwell w JOIN server v ON v.id = w.server_id WHERE ${conditions}
     ORDER BY CASE w.state WHEN 'running' THEN 0 WHEN 'planned' THEN 2 ELSE 1 END, CASE w.state WHEN 'planned' THEN '' ELSE w.starts_at END DESC, w.starts_at, v.hostname LIMIT ? OFFSET ?`,
    ...parameters, limit, offset,
  );
  const count = (where: string, values: readonly SqlValue[]) => database.allRaw<{ count: number }>(`SELECT count(*) AS count FROM campaign_dwell w WHERE ${where}`, ...values)[0]?.count ?? 0;
  return { rows, total: count(conditions, parameters), grandTotal: count('w.campaign_id = ?', [campaignId]) };
}

/** 168 cells; hours without a sample are zero. */
export function readCoverage(database: ProjectDatabase, campaignId: CampaignId, serverId: string | undefined): { servers: number; samples: number }[] {
  const rows = database.allRaw<{ hour: number; servers: number; samples: number }>(
    `SELECT hour, count(*) AS servers, sum(samples) AS samples FROM dwell_hour WHERE campaign_id = ? AND (? IS NULL OR server_id = ?) GROUP BY hour`, campaignId, serverId ?? null, serverId ?? null);
  const byHour = new Map(rows.map((row) => [row.hour, row]));
  return Array.from({ length: HOURS_OF_WEEK }, (_, hour) => ({ servers: byHour.get(hour)?.servers ?? 0, samples: byHour.get(hour)?.samples ?? 0 }));
}

export interface ServerCoverageRow {
  readonly serverId: string;
  readonly serverName: string;
  readonly hours: number;
  readonly sampleCount: number;
  readonly dwellsDone: number;
  readonly dwellsLeft: number;
  readonly profile: string | null;
}

/** Worst covered first. An hour counts with two samples or more, as in the confidence of a profile. */
export function listServerCoverage(database: ProjectDatabase, campaignId: CampaignId, { offset, limit }: { readonly offset: number; readonly limit: number }): { rows: ServerCoverageRow[]; total: number } {
  const rows = database.allRaw<ServerCoverageRow>(
    `WITH turns AS (SELECT server_id, sum(sample_count) AS samples, sum(state IN ('done', 'partial')) AS done, sum(state IN ('planned', 'running')) AS open FROM campaign_dwell WHERE campaign_id = ? GROUP BY server_id),
       hours AS (SELECT server_id, sum(samples >= 2) AS hours FROM dwell_hour WHERE campaign_id = ? GROUP BY server_id)
     SELECT t.server_id AS serverId, v.hostname AS serverName, coalesce(h.hours, 0) AS hours, t.samples AS sampleCount, t.done AS dwellsDone, t.open AS dwellsLeft, u.profile
     FROM turns t JOIN server v ON v.id = t.server_id LEFT JOIN hours h ON h.server_id = t.server_id LEFT JOIN server_utilisation u ON u.server_id = t.server_id
     ORDER BY hours, v.hostname, t.server_id LIMIT ? OFFSET ?`, campaignId, campaignId, limit, offset);
  return { rows, total: database.allRaw<{ count: number }>('SELECT count(DISTINCT server_id) AS count FROM campaign_dwell WHERE campaign_id = ?', campaignId)[0]?.count ?? 0 };
}
