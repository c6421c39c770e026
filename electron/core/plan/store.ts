import type { z } from 'zod';
import type { PlanId } from '../../../shared/kernel/ids.ts';
import { planProblemSchema, planSchema, planSettingsSchema, planSummarySchema, type Plan, type PlanProblem, type PlanSettings } from '../../../shared/model/plan.ts';
import { trackingStateSchema, type TrackingState } from '../../../shared/model/tracking.ts';
import type { SystemFlow } from '../../../shared/engine/grouping/classify-edges.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { readDocument, writeDocument } from '../db/document-store.ts';
import { packJson, unpackJson } from './packed-json.ts';

export type PlanSummary = z.output<typeof planSummarySchema>;
export interface StoredPlan {
  readonly summary: PlanSummary;
  readonly problem: PlanProblem;
  readonly plan: Plan;
}

/** Kept beside the plan so that lists need not unpack it. */
const keptSummarySchema = planSummarySchema.pick({ waveCount: true, assignedCount: true, unassignedCount: true, violationCount: true, targets: true });

export function loadSettings(database: ProjectDatabase): PlanSettings | undefined {
  return readDocument(database, 'plan-settings', planSettingsSchema);
}

/** Inside a transaction. */
export function saveSettings(database: ProjectDatabase, settings: PlanSettings): void {
  writeDocument(database, 'plan-settings', settings);
}

export function loadDepartments(database: ProjectDatabase): { id: string; name: string }[] {
  return database.all(database.sql.selectFrom('department').select(['id', 'name']).orderBy('id'));
}

/**
 * Connections between systems, from both ends of each flow; what client and server both reported is counted once (the
 * larger figure). Addresses that several machines have (container bridges, 127.0.0.1) tell nothing and are left out.
 */
export function loadSystemFlows(database: ProjectDatabase): SystemFlow[] {
  return database.allRaw<SystemFlow>(
    `WITH known AS (SELECT address, min(server_id) AS server_id FROM server_address GROUP BY address HAVING count(*) = 1),
      seen AS (
        SELECT CASE f.direction WHEN 'outbound' THEN own.id ELSE peer.id END AS client, CASE f.direction WHEN 'outbound' THEN peer.id ELSE own.id END AS provider,
          CASE f.direction WHEN 'outbound' THEN own.system_id ELSE peer.system_id END AS "from", CASE f.direction WHEN 'outbound' THEN peer.system_id ELSE own.system_id END AS "to",
          f.port, f.direction, sum(f.connections) AS connections
        FROM flow f JOIN server own ON own.id = f.server_id JOIN known k ON k.address = f.peer_address JOIN server peer ON peer.id = k.server_id
        WHERE own.system_id IS NOT NULL AND peer.system_id IS NOT NULL AND own.system_id <> peer.system_id
        GROUP BY 1, 2, 3, 4, 5, 6),
      once AS (SELECT client, provider, "from", "to", port, max(connections) AS connections FROM seen GROUP BY 1, 2, 3, 4, 5)
     SELECT "from", "to", port, sum(connections) AS connections FROM once GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
}

/** systemId → the state of its latest entry. */
export function loadTrackingStates(database: ProjectDatabase): Map<string, TrackingState> {
  const rows = database.allRaw<{ systemId: string; state: string }>(
    'SELECT system_id AS systemId, state FROM tracking_entry WHERE seq IN (SELECT max(seq) FROM tracking_entry GROUP BY system_id)',
  );
  return new Map(rows.map((row) => [row.systemId, trackingStateSchema.parse(row.state)]));
}

const SUMMARY_COLUMNS = ['id', 'revision', 'name', 'created_at', 'created_by', 'plan_hash', 'summary', 'current'] as const;
interface SummaryRow {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly plan_hash: string;
  readonly summary: string;
  readonly current: number;
}

function summaryOf(row: SummaryRow, currentId: string | undefined): PlanSummary {
  const kept = keptSummarySchema.parse(JSON.parse(row.summary));
  const named = { id: row.id, revision: row.revision, name: row.name, createdAt: row.created_at, createdBy: row.created_by, planHash: row.plan_hash, current: row.id === currentId };
  return planSummarySchema.parse({ ...named, ...kept });
}

/** Newest revision first. */
export function listPlans(database: ProjectDatabase): PlanSummary[] {
  const currentId = currentPlanId(database);
  return database.all(database.sql.selectFrom('plan').select(SUMMARY_COLUMNS).orderBy('revision', 'desc')).map((row) => summaryOf(row, currentId));
}

/** Without an id: the current plan. */
export function findPlan(database: ProjectDatabase, planId?: PlanId): StoredPlan | undefined {
  const all = database.sql.selectFrom('plan').selectAll();
  const currentId = currentPlanId(database);
  const wanted = planId ?? currentId;
  const row = wanted === undefined ? undefined : database.first(all.where('id', '=', wanted));
  if (row === undefined) return undefined;
  return { summary: summaryOf(row, currentId), problem: unpackJson(row.problem, planProblemSchema), plan: unpackJson(row.body, planSchema) };
}

/**
 * The marked plan. Undo may put back a mark that a later plan took over (making a plan is no edit, so it is not undone):
 * then the newest marked one is meant.
 */
export function currentPlanId(database: ProjectDatabase): string | undefined {
  return database.first(database.sql.selectFrom('plan').select('id').where('current', '=', 1).orderBy('revision', 'desc').limit(1))?.id;
}

/** Inside a transaction. */
export function setCurrentPlan(database: ProjectDatabase, planId: string): void {
  database.run(database.sql.updateTable('plan').set({ current: 0 }).where('current', '=', 1));
  database.run(database.sql.updateTable('plan').set({ current: 1 }).where('id', '=', planId));
}

/** Inside a transaction: adds the next revision and makes it the current plan. */
export function insertPlan(database: ProjectDatabase, made: { id: string; name: string; at: string; by: string; problem: PlanProblem; plan: Plan }): PlanSummary {
  const { plan } = made;
  const last = database.allRaw<{ revision: number }>('SELECT coalesce(max(revision), 0) AS revision FROM plan')[0]?.revision ?? 0;
  const kept = { waveCount: plan.waves.length, assignedCount: plan.assignments.length, unassignedCount: plan.unassigned.length, violationCount: plan.violations.length, targets: plan.targets };
  const row = { id: made.id, revision: last + 1, name: made.name, created_at: made.at, created_by: made.by, plan_hash: plan.planHash, summary: JSON.stringify(kept), current: 0 };
  database.run(database.sql.insertInto('plan').values({ ...row, problem: packJson(made.problem), body: packJson(plan) }));
  setCurrentPlan(database, made.id);
  return summaryOf(row, made.id);
}
