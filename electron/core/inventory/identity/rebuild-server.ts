import { buildServerProfile } from '../../../../shared/engine/stats/build-profile.ts';
import { preferHistory } from '../../../../shared/engine/stats/prefer-history.ts';
import { hostFactsSchema } from '../../../../shared/model/host-facts.ts';
import { utilisationHistorySchema } from '../../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { settleServer } from '../../organisation/index.ts';
import { factsToValues, loadValues } from '../facts-to-values.ts';
import { addFlows, readHistories, replaceAddresses, saveFacts, saveUtilisation } from '../facts/store.ts';
import { deriveServer, observe } from '../observations/store.ts';
import { unpackJson } from '../packed-json.ts';
import { refreshContact, takeParkedFacts } from './moving/store.ts';
import { sightingsOf } from './store.ts';

const storedFactsSchema = hostFactsSchema.omit({ history: true });

/** Inside a transaction: puts the latest facts of all sightings in force, and all that follows from them. The facts were parked before. */
export function rebuildServer(database: ProjectDatabase, serverId: string): void {
  const parked = takeParkedFacts(database, serverId);
  const facts = parked && unpackJson(parked.facts, storedFactsSchema);
  if (parked && facts) {
    const { runId, evidenceId, by, at } = parked;
    saveFacts(database, serverId, { evidenceId, sightingId: parked.sightingId, collectedAt: facts.collectedAt, facts: parked.facts });
    const fresh = parked.history ? unpackJson(parked.history, utilisationHistorySchema) : undefined;
    const { kept, observed } = readHistories(database, serverId, fresh);
    const history = preferHistory([kept, observed].filter((each) => each !== undefined), facts.collectedAt);
    const profile = buildServerProfile({ collectedAt: facts.collectedAt, utilisationNow: facts.utilisationNow, history });
    saveUtilisation(database, serverId, parked.history ?? undefined, profile);
    const load = history ? loadValues(profile, 'history') : facts.utilisationNow ? loadValues(profile, 'utilisation') : [];
    observe(database, serverId, [...factsToValues(facts), ...load], { source: 'scanned', by, at, runId: runId ?? undefined, evidenceId: evidenceId ?? undefined });
    addFlows(database, serverId, facts.flows ?? [], at);
  }
  replaceAddresses(database, serverId, [...new Set(sightingsOf(database, serverId).flatMap((sighting) => sighting.addresses))]);
  refreshContact(database, serverId);
  deriveServer(database, serverId);
  settleServer(database, serverId);
}
