import { compareText } from '../../../shared/kernel/compare-text.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { TrackingEntry, TrackingState } from '../../../shared/model/tracking.ts';
import type { AssessedSystem } from '../assessment/index.ts';
import { adoptedSince } from './adopted-since.ts';

export interface TrackedQuery {
  readonly text: string;
  readonly states?: readonly TrackingState[] | undefined;
  readonly lateOnly: boolean;
  readonly waveIndex?: number | undefined;
  readonly asOf: CalendarDate;
}

/** Every system with its planned day and its latest state; the next cut-overs first, systems without a wave last. */
export function listTrackedSystems(systems: readonly AssessedSystem[], plan: Plan | undefined, entries: ReadonlyMap<string, readonly TrackingEntry[]>, query: TrackedQuery) {
  const assignments = new Map((plan?.assignments ?? []).map((assignment) => [assignment.itemId, assignment]));
  const rows = systems.map(({ row }) => {
    const assignment = assignments.get(row.id);
    const known = (entries.get(row.id) ?? []).filter((entry) => compareText(entry.on, query.asOf) <= 0);
    const last = known.at(-1);
    const planned = assignment?.cutOverDate ?? null;
    return {
      systemId: row.id,
      name: row.name,
      departmentName: row.departmentName,
      waveIndex: assignment?.waveIndex ?? null,
      plannedCutOver: planned,
      state: last?.state ?? null,
      on: last?.on ?? null,
      evidence: last?.evidence ?? '',
      late: planned !== null && compareText(planned, query.asOf) < 0 && adoptedSince(known) === undefined,
    };
  });
  const text = query.text.trim().toLowerCase();
  const states = query.states;
  const found = rows.filter((row) => {
    if (text !== '' && !row.name.toLowerCase().includes(text) && !row.departmentName.toLowerCase().includes(text)) return false;
    if (states !== undefined && states.length > 0 && (row.state === null || !states.includes(row.state))) return false;
    return (!query.lateOnly || row.late) && (query.waveIndex === undefined || row.waveIndex === query.waveIndex);
  });
  return found.sort((left, right) => compareText(left.plannedCutOver ?? '9', right.plannedCutOver ?? '9') || compareText(left.name, right.name) || compareText(left.systemId, right.systemId));
}
