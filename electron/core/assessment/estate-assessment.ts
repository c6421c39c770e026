import { setImmediate as nextTurn } from 'node:timers/promises';
import { localCalendarDate } from '../../../shared/kernel/local-date.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { currentCatalogue } from '../catalogue/index.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { dataVersion } from '../db/document-store.ts';
import { serverAssessor, type AssessedServer } from './assess-server.ts';
import { assessSystems, type EstateAssessment } from './assess-systems.ts';
import { loadOverrides, loadPeerCounts, loadRules, loadServedPorts, loadServerIds, loadServers, loadSystems } from './store.ts';

/** Servers read and sized between two turns of the event loop: about 10 ms on a slow laptop, so that no edit waits. */
const SLICE = 250;

const kept = new WeakMap<ProjectDatabase, { key: string; assessment: Promise<EstateAssessment> }>();

async function assess(database: ProjectDatabase, asOf: CalendarDate): Promise<EstateAssessment> {
  const { serverIds, ...frame } = database.read(() => ({
    serverIds: loadServerIds(database),
    systems: loadSystems(database),
    rules: loadRules(database),
    overrides: loadOverrides(database),
    catalogue: currentCatalogue(database),
    asOf,
  }));
  await nextTurn();
  const servedPorts = loadServedPorts(database);
  await nextTurn();
  const peerCounts = loadPeerCounts(database);
  const whole = { ...frame, servedPorts, peerCounts };
  const assessServer = serverAssessor(whole);
  const servers: AssessedServer[] = [];
  for (let start = 0; start < serverIds.length; start += SLICE) {
    await nextTurn();
    servers.push(...loadServers(database, serverIds.slice(start, start + SLICE)).map(assessServer));
  }
  await nextTurn();
  return assessSystems(servers, whole);
}

/**
 * The assessment of all servers and systems as of a day; derived anew only when the project's data has changed. A change
 * while it is being made may or may not be in it, row by row; the next call then derives it again.
 */
export function estateAssessment(database: ProjectDatabase, now: Date): Promise<EstateAssessment> {
  const asOf = localCalendarDate(now);
  const key = `${dataVersion(database)} ${asOf}`;
  const known = kept.get(database);
  if (known?.key === key) return known.assessment;
  const assessment = assess(database, asOf);
  kept.set(database, { key, assessment });
  assessment.catch(() => {
    if (kept.get(database)?.assessment === assessment) kept.delete(database);
  });
  return assessment;
}
