import type { HostErrorCode, ScanDiffKind } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';

/** What lies between two runs: contacts after `fromAt` (empty: since ever) and up to `toAt` (ISO instants), for the targets of `runId`. */
export interface DiffSpan {
  readonly runId: string;
  readonly fromAt: string;
  readonly toAt: string;
}

export interface DiffRow {
  readonly kind: ScanDiffKind;
  readonly serverId: string;
  readonly hostname: string;
  readonly departmentName: string | null;
  readonly code: HostErrorCode | null;
  readonly at: string;
}

/** Values are JSON, as in `observation`. */
export interface ChangeRow {
  readonly serverId: string;
  readonly field: string;
  readonly former: string | null;
  readonly formerEvidence: string | null;
  readonly formerSection: string | null;
  readonly latter: string;
  readonly latterEvidence: string | null;
  readonly latterSection: string | null;
}

/** Load is another at each contact; it has screens of its own. */
const MEASURED = `('cpuP95Ratio', 'memP95Ratio', 'sampleCount', 'confidenceStars', 'usedStorageBytes')`;
/** Asked and no answer: other failures show that there is something. */
const NO_ANSWER = `('UNREACHABLE', 'DNS_FAIL')`;

const SPAN = 'WITH span(run_id, from_at, to_at) AS (VALUES (?, ?, ?))';

/** The last scanned word on each field within the span, beside the last one before it, where they differ. */
const CHANGES = `change AS MATERIALIZED (
  SELECT last.server_id, last.field, former.value AS former, former.evidence_id AS former_evidence, former.section AS former_section,
    latter.value AS latter, latter.evidence_id AS latter_evidence, latter.section AS latter_section
  FROM (SELECT o.server_id, o.field, max(o.id) AS id FROM observation o, span WHERE o.source = 'scanned' AND o.at > span.from_at AND o.at <= span.to_at AND o.field NOT IN ${MEASURED} GROUP BY o.server_id, o.field) AS last
  JOIN observation latter ON latter.id = last.id
  LEFT JOIN observation former ON former.id = (
    SELECT f.id FROM observation f, span WHERE f.server_id = last.server_id AND f.field = last.field AND f.source = 'scanned' AND f.at <= span.from_at ORDER BY f.id DESC LIMIT 1)
  WHERE coalesce(former.value, 'null') <> latter.value)`;

const DIFF = `${SPAN}, ${CHANGES},
  known AS MATERIALIZED (SELECT DISTINCT t.server_id FROM scan_target t, span WHERE t.state IN ('done', 'partial') AND t.server_id IS NOT NULL AND t.finished_at <= span.from_at),
  seen AS MATERIALIZED (SELECT t.server_id, max(t.finished_at) AS at FROM scan_target t, span WHERE t.run_id = span.run_id AND t.state IN ('done', 'partial') AND t.server_id IS NOT NULL GROUP BY t.server_id),
  missed AS MATERIALIZED (SELECT t.server_id, json_extract(t.errors, '$[0].code') AS code, max(t.finished_at) AS at FROM scan_target t, span
    WHERE t.run_id = span.run_id AND t.state = 'failed' AND t.server_id IN (SELECT server_id FROM known) AND t.server_id NOT IN (SELECT server_id FROM seen) GROUP BY t.server_id),
  diff(kind, rank, server_id, code, at) AS MATERIALIZED (
    SELECT 'new', 1, server_id, NULL, at FROM seen WHERE server_id NOT IN (SELECT server_id FROM known)
    UNION ALL SELECT 'gone', 2, server_id, code, at FROM missed WHERE code IN ${NO_ANSWER}
    UNION ALL SELECT 'changed', 3, server_id, NULL, at FROM seen WHERE server_id IN (SELECT server_id FROM known) AND server_id IN (SELECT server_id FROM change)
    UNION ALL SELECT 'unread', 4, server_id, code, at FROM missed WHERE code NOT IN ${NO_ANSWER})`;

const parameters = ({ runId, fromAt, toAt }: DiffSpan): [string, string, string] => [runId, fromAt, toAt];

/** Servers of each kind; one that is not named has none. */
export function countDiff(database: ProjectDatabase, span: DiffSpan): ReadonlyMap<ScanDiffKind, number> {
  return new Map(database.allRaw<{ kind: ScanDiffKind; count: number }>(`${DIFF} SELECT kind, count(*) AS count FROM diff GROUP BY kind`, ...parameters(span)).map(({ kind, count }) => [kind, count]));
}

/** Servers read before the span that the run was not asked for: nothing is said about them. */
export function countNotAsked(database: ProjectDatabase, span: DiffSpan): number {
  return database.allRaw<{ count: number }>(
    `${DIFF} SELECT count(*) AS count FROM known WHERE server_id NOT IN (SELECT t.server_id FROM scan_target t, span WHERE t.run_id = span.run_id AND t.server_id IS NOT NULL)`, ...parameters(span))[0]?.count ?? 0;
}

/** One page: new, gone, changed, unread; by department and name within each. */
export function pageDiff(database: ProjectDatabase, span: DiffSpan, { kinds, offset, limit }: { readonly kinds: readonly ScanDiffKind[]; readonly offset: number; readonly limit: number }): DiffRow[] {
  return database.allRaw<DiffRow>(
    `${DIFF} SELECT diff.kind, diff.server_id AS serverId, server.hostname, department.name AS departmentName, diff.code, diff.at
     FROM diff JOIN server ON server.id = diff.server_id LEFT JOIN department ON department.id = server.department_id
     WHERE diff.kind IN (SELECT value FROM json_each(?)) ORDER BY diff.rank, department.name IS NULL, department.name, server.hostname, diff.server_id LIMIT ? OFFSET ?`,
    ...parameters(span), JSON.stringify(kinds), limit, offset);
}

/** What changed on these servers, in no particular order. */
export function listChanges(database: ProjectDatabase, span: DiffSpan, serverIds: readonly string[]): ChangeRow[] {
  return database.allRaw<ChangeRow>(
    `${SPAN}, ${CHANGES} SELECT server_id AS serverId, field, former, former_evidence AS formerEvidence, former_section AS formerSection, latter, latter_evidence AS latterEvidence, latter_section AS latterSection
     FROM change WHERE server_id IN (SELECT value FROM json_each(?))`, ...parameters(span), JSON.stringify(serverIds));
}

export interface RunEnd {
  readonly id: string;
  readonly startedAt: string;
  /** Of its last contact; its start when it has none. */
  readonly endedAt: string;
}

const RUN_END = `SELECT run.id, run.started_at AS startedAt, coalesce((SELECT max(t.finished_at) FROM scan_target t WHERE t.run_id = run.id), run.started_at) AS endedAt FROM scan_run run`;

export function findRunEnd(database: ProjectDatabase, runId: string): RunEnd | undefined {
  return database.allRaw<RunEnd>(`${RUN_END} WHERE run.id = ?`, runId)[0];
}

/** The run that came before this one and read at least one host. */
export function findFormerRun(database: ProjectDatabase, run: RunEnd): RunEnd | undefined {
  return database.allRaw<RunEnd>(
    `${RUN_END} WHERE run.id <> ? AND run.started_at < ? AND EXISTS (SELECT 1 FROM scan_target t WHERE t.run_id = run.id AND t.state IN ('done', 'partial')) ORDER BY run.started_at DESC LIMIT 1`, run.id, run.startedAt)[0];
}
