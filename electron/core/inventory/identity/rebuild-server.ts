import type { z } from 'zod';
import { buildServerProfile } from '../../../../shared/engine/stats/build-profile.ts';
import { preferHistory } from '../../../../shared/engine/stats/prefer-history.ts';
import { hostFactsSchema } from '../../../../shared/model/host-facts.ts';
import { utilisationHistorySchema } from '../../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { settleServer } from '../../organisation/index.ts';
import { addDated, settleByTime } from '../dated/store.ts';
import { factsToValues, loadValues, type FactValue } from '../facts-to-values.ts';
import { addFlows, readHistories, replaceAddresses, saveFacts, saveUtilisation } from '../facts/store.ts';
import { deriveServer, fits, observe, type NewObservation, type Origin } from '../observations/store.ts';
import type { ObservedField } from '../observed-fields.ts';
import { unpackJson } from '../packed-json.ts';
import { parkedFactsOf, refreshContact, saveUptime, unpark, type ParkedFacts } from './moving/store.ts';
import { sightingsOf } from './store.ts';

const storedFactsSchema = hostFactsSchema.omit({ history: true });

const LOAD_FIELDS = ['cpuP95Ratio', 'memP95Ratio', 'sampleCount', 'confidenceStars'] as const;

type StoredFacts = z.output<typeof storedFactsSchema>;

function originOf({ by, at, runId, evidenceId }: ParkedFacts): Origin {
  return { source: 'scanned', by, at, runId: runId ?? undefined, evidenceId: evidenceId ?? undefined };
}

/** The load history in force: that of the latest sighting that has one. */
function putInForce(database: ProjectDatabase, serverId: string, latest: ParkedFacts, facts: StoredFacts, packedHistory: Uint8Array | null): FactValue[] {
  const { collectedAt, utilisationNow } = facts;
  saveFacts(database, serverId, { evidenceId: latest.evidenceId, sightingId: latest.sightingId, collectedAt, facts: latest.facts });
  const fresh = packedHistory ? unpackJson(packedHistory, utilisationHistorySchema) : undefined;
  const { kept, observed } = readHistories(database, serverId, fresh);
  const history = preferHistory([kept, observed].filter((each) => each !== undefined), collectedAt);
  const profile = buildServerProfile({ collectedAt, utilisationNow, history });
  saveUtilisation(database, serverId, packedHistory ?? undefined, profile);
  saveUptime(database, serverId, facts.uptime?.seconds ?? null);
  unpark(database, latest.sightingId);
  return history || utilisationNow ? loadValues(profile, history ? 'history' : 'utilisation') : [];
}

/** Inside a transaction: puts the latest facts of all sightings in force, and all that follows from them. The facts were parked before. */
export function rebuildServer(database: ProjectDatabase, serverId: string): void {
  const parked = parkedFactsOf(database, serverId);
  const [latest] = parked;
  const load = new Map<ObservedField, NewObservation>(LOAD_FIELDS.map((field) => [field, { field, value: null }]));
  for (const each of parked) {
    const facts = unpackJson(each.facts, storedFactsSchema);
    if (facts === undefined) continue;
    addDated(database, serverId, factsToValues(facts).filter(fits), originOf(each));
    addFlows(database, serverId, facts.flows ?? [], each.at);
    if (each !== latest) continue;
    for (const value of putInForce(database, serverId, each, facts, parked.find(({ history }) => history !== null)?.history ?? null)) load.set(value.field, value);
  }
  replaceAddresses(database, serverId, [...new Set(sightingsOf(database, serverId).flatMap((sighting) => sighting.addresses))]);
  refreshContact(database, serverId);
  for (const source of ['scanned', 'imported'] as const) settleByTime(database, serverId, source);
  if (latest) observe(database, serverId, [...load.values()], originOf(latest));
  deriveServer(database, serverId);
  settleServer(database, serverId);
}
