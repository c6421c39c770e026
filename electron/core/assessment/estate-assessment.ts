import { localCalendarDate } from '../../../shared/kernel/local-date.ts';
import { currentCatalogue } from '../catalogue/index.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { dataVersion } from '../db/document-store.ts';
import { assessEstate, type EstateAssessment } from './assess-estate.ts';
import { loadOverrides, loadPeerCounts, loadRules, loadServedPorts, loadServers, loadSystems } from './store.ts';

const kept = new WeakMap<ProjectDatabase, { key: string; assessment: EstateAssessment }>();

/** The assessment of all servers and systems as of a day; derived anew only when the project's data has changed. */
export function estateAssessment(database: ProjectDatabase, now: Date): EstateAssessment {
  const asOf = localCalendarDate(now);
  return database.read(() => {
    const key = `${dataVersion(database)} ${asOf}`;
    const known = kept.get(database);
    if (known?.key === key) return known.assessment;
    const assessment = assessEstate({
      servers: loadServers(database),
      systems: loadSystems(database),
      servedPorts: loadServedPorts(database),
      peerCounts: loadPeerCounts(database),
      rules: loadRules(database),
      overrides: loadOverrides(database),
      catalogue: currentCatalogue(database),
      asOf,
    });
    kept.set(database, { key, assessment });
    return assessment;
  });
}
