import { hostFactsSchema, type HostFacts, type SectionName } from '../../../../shared/model/host-facts.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { splitEvidence } from '../evidence/evidence-text.ts';
import { unpackJson, unpackText } from '../packed-json.ts';
import { readKeptContact, sightingsWithFacts } from './store.ts';

const storedFactsSchema = hostFactsSchema.omit({ history: true });

/** The latest contact at one place: its text by sections and what was read from it. */
export interface KeptContact {
  readonly place: string;
  readonly hostKey: string | null;
  readonly departmentName: string | null;
  readonly tag: string | null;
  readonly facts: Omit<HostFacts, 'history'>;
  readonly sections: ReadonlyMap<SectionName, string>;
}

/** One after the other; what cannot be unpacked is left out. */
export function* keptContacts(database: ProjectDatabase): Generator<KeptContact> {
  for (const id of sightingsWithFacts(database)) {
    const row = readKeptContact(database, id);
    const facts = row && unpackJson(row.facts, storedFactsSchema);
    const text = row && unpackText(row.evidence);
    if (row === undefined || facts === undefined || text === undefined) continue;
    const { place, hostKey, departmentName, tag } = row;
    yield { place, hostKey, departmentName, tag, facts, sections: splitEvidence(text) };
  }
}
