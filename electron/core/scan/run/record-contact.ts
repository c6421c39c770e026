import { parseProbe } from '../../../../agents/probes/parse-probe.ts';
import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import { HOST_ERROR_CODES, type HostError } from '../../../../shared/model/scan.ts';
import type { HostFacts } from '../../../../shared/model/host-facts.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { formatEvidence, readHost, recordHostFacts, type HostReading } from '../../inventory/index.ts';
import type { CommitGroup } from './commit-group.ts';
import { mergeProblems } from './merge-problems.ts';
import type { OutcomeWriter } from './outcome-writer.ts';
import { finishTarget, isReadByOther, type QueuedTarget, type TargetOutcome } from './store.ts';

export interface Recorder {
  readonly database: ProjectDatabase;
  readonly writer: OutcomeWriter;
  readonly group: CommitGroup;
  readonly runId: ScanRunId;
  readonly by: string;
  /** The server the target led to before. */
  readonly placeServerId: string | undefined;
  /** Host, port and way, as `placeKey` writes them. */
  readonly placeName: string;
  readonly newId: () => string;
}

/** The text of one contact and what is known about how it came. */
export interface ReadContact {
  readonly text: string;
  readonly nonce: string;
  readonly sudoAsked: boolean;
  /** Type and SHA-256 fingerprint of the key the host showed, parted by a blank. */
  readonly hostKey: string;
  readonly problems: readonly HostError[];
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
}

/** Notes alone leave a host done. */
export function stateOf(problems: readonly HostError[]): 'done' | 'partial' {
  return problems.every((problem) => HOST_ERROR_CODES[problem.code].severity === 'note') ? 'done' : 'partial';
}

/** A contact that brought no fact at all did not read the host, whatever the reason. */
function isEmpty(facts: HostFacts): boolean {
  return facts.identity === undefined && facts.os === undefined;
}

/** What a contact brought, ready to be stored; no reading when it brought no fact. */
export interface UnderstoodContact {
  readonly reading: HostReading | undefined;
  readonly problems: readonly HostError[];
}

export function understand(contact: ReadContact): UnderstoodContact {
  const { facts, sections, problems } = parseProbe(contact.text, { nonce: contact.nonce, collectedAt: contact.finishedAt, sudoAsked: contact.sudoAsked });
  return { reading: isEmpty(facts) ? undefined : readHost(facts, formatEvidence(sections)), problems };
}

/**
 * Stores what a contact brought and the state of its target in one transaction, shared with hosts that end at the same
 * time: a host is either wholly recorded and done, or still waiting. Resolves once it is on disk.
 */
export async function recordContact(recorder: Recorder, target: QueuedTarget, contact: Omit<ReadContact, 'text'>, { reading, problems: found }: UnderstoodContact, place: (error: HostError) => HostError): Promise<TargetOutcome['state']> {
  const { database, writer, group, runId, by, newId, placeServerId, placeName } = recorder;
  const problems = mergeProblems(contact.problems, found).map(place);
  const outcome = { targetId: target.id, startedAt: contact.startedAt, finishedAt: contact.finishedAt, durationMs: contact.durationMs };
  const first = problems[0];
  if (reading === undefined) {
    const errors = first ? problems : [place({ code: 'PLATFORM_UNSUPPORTED', params: {} })];
    writer.finished({ ...outcome, state: 'failed', errors, serverId: null, lost: { target, serverId: placeServerId } });
    return 'failed';
  }
  const state = stateOf(problems);
  const summary = { host: target.host, port: target.port, state, codes: problems.map((problem) => problem.code).join(', ') };
  await group.add(() => database.record({ action: 'scan.recordHost', by, summary }, () => {
    const errorCode = state === 'partial' ? (first?.code ?? null) : null;
    const { serverId } = recordHostFacts(database, {
      reading, run: { id: runId, by }, target, placeServerId, place: placeName, hostKey: contact.hostKey, at: contact.finishedAt, newId,
      outcome: { state: state === 'done' ? 'scanned' : 'partial', errorCode },
    });
    const twice = isReadByOther(database, runId, serverId, target.id) ? [place({ code: 'DUPLICATE_HOST', params: {} })] : [];
    finishTarget(database, { ...outcome, state, errors: [...problems, ...twice], serverId });
  }));
  return state;
}
