import { buildServerProfile } from '../../../shared/engine/stats/build-profile.ts';
import type { Flow, HostFacts, SectionName } from '../../../shared/model/host-facts.ts';
import type { ServerProfile } from '../../../shared/model/utilisation.ts';
import { packEvidence, type PackedEvidence } from './evidence/save-evidence.ts';
import { factsToValues, type FactValue } from './facts-to-values.ts';
import { cardAddresses, reachableAddresses } from './host-addresses.ts';
import { packJson } from './packed-json.ts';

/** A host cannot make the project grow without end. */
const MAX_FLOWS = 4000;

/**
 * What one contact brought, made ready to be stored: the long lists are packed at once. What waits for its commit is then a
 * tenth of the facts, and the facts themselves are gone before the garbage collector has copied them once.
 */
export interface HostReading extends Pick<HostFacts, 'identity' | 'utilisationNow' | 'collectedAt'> {
  readonly uptimeSeconds: number | null;
  /** Addresses a peer could know this machine by. */
  readonly addresses: readonly string[];
  /** Of network cards. */
  readonly macs: readonly string[];
  readonly flows: readonly Flow[];
  /** Columns of the inventory, those of load left out. */
  readonly values: readonly FactValue[];
  /** From this contact alone. */
  readonly profile: ServerProfile;
  /** Where the load was read; undefined when none was. */
  readonly loadSection: SectionName | undefined;
  readonly evidence: PackedEvidence;
  /** Packed JSON of HostFacts without history. */
  readonly packedFacts: Uint8Array;
  /** Packed JSON of UtilisationHistory. */
  readonly packedHistory: Uint8Array | undefined;
}

/** `raw`: what the host printed, as `formatEvidence` puts it together: the evidence, secrets masked. */
export function readHost(facts: HostFacts, raw: string): HostReading {
  const { history, ...lasting } = facts;
  const { identity, utilisationNow, collectedAt } = facts;
  return {
    identity, utilisationNow, collectedAt,
    uptimeSeconds: facts.uptime?.seconds ?? null,
    addresses: reachableAddresses(facts.nics ?? []),
    macs: cardAddresses(facts.nics ?? []),
    flows: (facts.flows ?? []).slice(0, MAX_FLOWS),
    values: factsToValues(facts),
    profile: buildServerProfile(facts),
    loadSection: history ? 'history' : utilisationNow && 'utilisation',
    evidence: packEvidence(raw),
    packedFacts: packJson(lasting),
    packedHistory: history && packJson(history),
  };
}
