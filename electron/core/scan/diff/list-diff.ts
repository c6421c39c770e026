import { AppError } from '../../../../shared/kernel/app-error.ts';
import { scanRunIdSchema } from '../../../../shared/kernel/ids.ts';
import type { OutputOf, ParsedInputOf } from '../../../../shared/contract/contract.ts';
import { SCAN_DIFF_KINDS, scanDiffRowSchema, type ScanDiffKind } from '../../../../shared/model/scan.ts';
import { SERVER_FIELDS } from '../../../../shared/model/server.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { countDiff, countNotAsked, findFormerRun, findRunEnd, listChanges, pageDiff, type ChangeRow, type RunEnd } from './store.ts';

/** Fields in the order in which every screen shows them. */
const FIELD_ORDER: ReadonlyMap<string, number> = new Map(SERVER_FIELDS.map((field, index) => [field.key, index]));

function demandRun(database: ProjectDatabase, runId: string): RunEnd {
  const run = findRunEnd(database, runId);
  if (!run) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
  return run;
}

function showChange({ field, former, formerEvidence, formerSection, latter, latterEvidence, latterSection }: ChangeRow) {
  const evidence = (evidenceId: string | null, section: string | null) => (evidenceId === null ? null : { evidenceId, ...(section === null ? {} : { section }) });
  return { field, from: former === null ? null : (JSON.parse(former) as unknown), to: JSON.parse(latter) as unknown, fromEvidence: evidence(formerEvidence, formerSection), toEvidence: evidence(latterEvidence, latterSection) };
}

/** What a run found otherwise than was known at the end of an earlier one (left out: the one before it). */
export function listDiff(database: ProjectDatabase, { runId, fromRunId, kinds, offset, limit }: ParsedInputOf<'scan.listDiff'>): OutputOf<'scan.listDiff'> {
  return database.read(() => {
    const to = demandRun(database, runId);
    const from = fromRunId === undefined ? findFormerRun(database, to) : demandRun(database, fromRunId);
    if (from !== undefined && from.endedAt >= to.endedAt) throw new AppError('request.invalid_input', { field: 'fromRunId' });
    const span = { runId, fromAt: from?.endedAt ?? '', toAt: to.endedAt };
    const chosen: readonly ScanDiffKind[] = kinds ?? SCAN_DIFF_KINDS;
    const byKind = countDiff(database, span);
    const count = (...of: readonly ScanDiffKind[]): number => of.reduce((sum, kind) => sum + (byKind.get(kind) ?? 0), 0);
    const page = pageDiff(database, span, { kinds: chosen, offset, limit });
    const changes = Map.groupBy(listChanges(database, span, page.filter((row) => row.kind === 'changed').map((row) => row.serverId)), (change) => change.serverId);
    const order = (change: ChangeRow): number => FIELD_ORDER.get(change.field) ?? FIELD_ORDER.size;
    return {
      rows: page.map((row) => scanDiffRowSchema.parse({ ...row, changes: (changes.get(row.serverId) ?? []).sort((left, right) => order(left) - order(right)).map(showChange) })),
      total: count(...chosen),
      grandTotal: count(...SCAN_DIFF_KINDS),
      fromRunId: from === undefined ? null : scanRunIdSchema.parse(from.id),
      counts: { new: count('new'), gone: count('gone'), changed: count('changed'), unread: count('unread'), notAsked: countNotAsked(database, span) },
    };
  });
}
