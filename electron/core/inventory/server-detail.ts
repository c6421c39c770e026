import type { z } from 'zod';
import type { serverDetailSchema } from '../../../shared/contract/inventory.ts';
import { preferHistory } from '../../../shared/engine/stats/prefer-history.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { hostFactsSchema, type SectionName } from '../../../shared/model/host-facts.ts';
import { serverProfileSchema, utilisationHistorySchema } from '../../../shared/model/utilisation.ts';
import type { ProjectDatabase } from '../db/index.ts';
import { reportIdentity } from './identity/identity-report.ts';
import { listObservations, type StoredObservation } from './observations/store.ts';
import { unpackJson } from './packed-json.ts';
import { readContacts, readDetail, readServers, type DetailRow } from './servers/store.ts';

type Detail = z.input<typeof serverDetailSchema>;
type Observations = Detail['observations'];

const storedFactsSchema = hostFactsSchema.omit({ history: true });

function groupObservations(stored: readonly StoredObservation[]): Observations {
  const groups = new Map<string, Observations[string]>();
  for (const { field, value, source, by, at, runId, evidenceId, section } of stored) {
    const evidence = evidenceId === null ? undefined : { evidenceId, ...(section === null ? {} : { section: section as SectionName }) };
    const provenance = { source, by, at, ...(runId === null ? {} : { runId }), ...(evidence ? { evidence } : {}) };
    groups.set(field, [...(groups.get(field) ?? []), { field, value, provenance }]);
  }
  return Object.fromEntries(groups);
}

function profileOf(row: DetailRow): Detail['profile'] {
  return row.profile === null ? null : (serverProfileSchema.safeParse(JSON.parse(row.profile)).data ?? null);
}

/** The one the profile was made from. */
function historyOf(row: DetailRow, seenAt: string) {
  const histories = [row.history, row.dwellHistory].flatMap((body) => (body ? (unpackJson(body, utilisationHistorySchema) ?? []) : []));
  return preferHistory(histories, seenAt) ?? histories[0];
}

/** All that is known of one server, each figure with the way to its evidence. Throws `record.not_found`. */
export function readServerDetail(database: ProjectDatabase, serverId: string): Detail {
  return database.read(() => {
    const [server] = readServers(database, [serverId]);
    const row = readDetail(database, serverId);
    if (!server || !row) throw new AppError('record.not_found', { kind: 'server', id: serverId });
    const stored = row.facts ? unpackJson(row.facts, storedFactsSchema) : undefined;
    const { sections = [], ...facts } = stored ?? {};
    const evidenceId = row.factsEvidenceId;
    return {
      server,
      observations: groupObservations(listObservations(database, serverId)),
      facts: stored ? facts : null,
      sections: sections.map((section) => ({ ...section, evidence: evidenceId === null ? null : { evidenceId, section: section.name } })),
      history: historyOf(row, server.lastSeenAt ?? '') ?? null,
      profile: profileOf(row),
      scans: readContacts(database, serverId),
      identity: reportIdentity(database, serverId),
    };
  });
}
