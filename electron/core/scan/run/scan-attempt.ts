import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import type { HostError, HostKeyPolicy, PauseReason } from '../../../../shared/model/scan.ts';
import type { CoreContext } from '../../context/core-context.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import type { JobRun } from '../../jobs/index.ts';
import type { IdentityFiles } from '../credentials/identity-files.ts';
import { noteRefusals } from '../credentials/note-refusals.ts';
import type { RunCredential } from '../credentials/run-credential.ts';
import { createPace, isLoopback } from '../guard/pacer.ts';
import { isSilent } from '../guard/silence-watch.ts';
import { CommitGroup } from './commit-group.ts';
import { newProbe, openContactDesk, type ContactDesk } from './contact-desk.ts';
import { contactTarget, guardError, type ContactResult } from './contact-target.ts';
import { pathOf } from './dial-plan.ts';
import { nameHost } from './explain-contact.ts';
import { localUser } from './local-user.ts';
import { OutcomeWriter } from './outcome-writer.ts';
import { recordContact, understand } from './record-contact.ts';
import { ScanProgress } from './scan-progress.ts';
import type { ScanControls } from './scan-controls.ts';
import { runScanQueue, type Lane } from './scan-queue.ts';
import { SilentHosts } from './silent-hosts.ts';
import { countTargets, finishTarget, loadServersByPlace, placeKey, type QueuedTarget, type TargetOutcome } from './store.ts';
import { TurnLane } from './turn-lane.ts';
import { WaitingRoom } from './waiting-room.ts';

/** A paused run lets contacts under way end by themselves for this long. */
const PAUSE_GRACE_MS = 10_000;
const TURN_AFTER_MS = 1500;
/** For a host that did not answer in time: a line that loses a third of its packets needs up to this. */
const SLOW_TIMEOUTS = { connectMs: 45_000, handshakeMs: 60_000 };
const TELL_EVERY_MS = 2000;
/** About 3 ms each: a whole group stays far below what anybody else on this thread would feel. */
const MAX_HOSTS_PER_COMMIT = 8;
const COMMIT_DELAY_MS = 250;
/** Answers understood but not stored yet: more would only fill the memory. */
const MAX_UNSTORED = 2 * MAX_HOSTS_PER_COMMIT;

export interface ScanRunInput {
  readonly context: Pick<CoreContext, 'apartEntry' | 'log' | 'now' | 'newId' | 'userName' | 'changed'>;
  readonly database: ProjectDatabase;
  readonly runId: ScanRunId;
  readonly policy: HostKeyPolicy;
  readonly controls: ScanControls;
  readonly useSudo: boolean;
  readonly jump: string | null;
  readonly credential: RunCredential;
  readonly identityFiles: Pick<IdentityFiles, 'credentialFor'>;
  readonly job: Pick<JobRun<unknown>, 'signal' | 'reason' | 'report'>;
  /** The run stops itself: it waits for a person, or for departments to be let go. */
  readonly pauseSelf: (because: PauseReason) => void;
}

/** One attempt at the open targets of a run. */
export class ScanAttempt {
  readonly #input: ScanRunInput;
  readonly #desk: ContactDesk;
  readonly #writer: OutcomeWriter;
  readonly #progress: ScanProgress;
  readonly #credentials: ReadonlyMap<string, RunCredential>;
  readonly #contacts = new AbortController();
  readonly #serversByPlace: ReadonlyMap<string, string>;
  readonly #lane = new TurnLane();
  readonly #group: CommitGroup;
  readonly #unstored = new Set<Promise<void>>();
  readonly #storing = new WaitingRoom(MAX_UNSTORED);
  /** Who records: asked once, as the answer comes from a file. */
  readonly #by: string;
  #silent = new SilentHosts(0);
  #outOfScope = 0;
  #toldAtMs = 0;
  #writeError: { readonly error: unknown } | undefined;

  constructor(input: ScanRunInput, credentials: ReadonlyMap<string, RunCredential>) {
    const { context, database } = input;
    const counts = countTargets(database, input.runId);
    this.#input = input;
    this.#credentials = credentials;
    this.#by = context.userName();
    this.#desk = openContactDesk({ database, policy: input.policy, by: this.#by, now: context.now, apartEntry: context.apartEntry });
    this.#writer = new OutcomeWriter({
      database, runId: input.runId, now: context.now, newId: context.newId,
      onError: (error) => {
        this.#writeError ??= { error };
      },
    });
    this.#group = new CommitGroup({ transaction: (work) => this.#writer.flushWith(work), lane: this.#lane, size: MAX_HOSTS_PER_COMMIT, delayMs: COMMIT_DELAY_MS });
    this.#serversByPlace = loadServersByPlace(database);
    this.#progress = new ScanProgress(counts.total, counts.total - counts.open, () => performance.now());
  }

  async run(targets: readonly QueuedTarget[]): Promise<void> {
    const { database, job, controls, pauseSelf } = this.#input;
    const pace = createPace(() => controls.handshakesPerSecond, () => performance.now());
    this.#silent = new SilentHosts(targets.filter((target) => !target.fromBlock).length);
    const onAbort = (): void => this.#stopContacts();
    job.signal.addEventListener('abort', onAbort, { once: true });
    job.report(this.#progress.show('scan', null));
    try {
      try {
        const left = await runScanQueue<QueuedTarget>({
          targets, signal: job.signal, turnAfterMs: TURN_AFTER_MS,
          steering: { concurrency: () => controls.concurrency, isQuiet: () => controls.isQuiet(), isHeld: (target) => controls.isHeld(target.departmentName), onSteered: (listener) => controls.onSteered(listener) },
          reserveSlot: (target) => (this.#needsPace(target) ? pace.reserve(this.#pathTo(target).split(',')[0] || undefined) : 0),
          wayOf: (target) => this.#pathTo(target) || target.host,
          isFromBlock: (target) => target.fromBlock === true,
          verdictBefore: (target) => this.#verdictBefore(target),
          contact: (target, lane) => this.#contact(target, lane),
          settle: (target, result) => this.#settle(target, result),
          onStart: (target) => this.#writer.started(target.id),
        });
        if (left === 'held' && !job.signal.aborted) pauseSelf('departments-held');
      } finally {
        this.#silent.flush();
        await this.#storeRest();
      }
      if (this.#writeError) throw this.#writeError.error;
      this.#writer.flush();
      noteRefusals(database, this.#input.credential, this.#outOfScope, this.#by);
    } finally {
      job.signal.removeEventListener('abort', onAbort);
      this.#contacts.abort();
      this.#writer.drop();
      this.#desk.close(job.signal.aborted && job.reason() !== 'pause');
    }
  }

  /** On this machine itself no device counts connections. */
  #needsPace(target: QueuedTarget): boolean {
    return target.jump !== null || this.#input.jump !== null || !isLoopback(target.host);
  }

  #pathTo(target: QueuedTarget): string {
    return pathOf(target.jump ?? this.#input.jump);
  }

  #stopContacts(): void {
    if (this.#input.job.reason() !== 'pause') this.#contacts.abort();
    else setTimeout(() => this.#contacts.abort(), PAUSE_GRACE_MS).unref();
  }

  #credentialOf(target: QueuedTarget): RunCredential {
    return (target.identityFile === null ? undefined : this.#credentials.get(target.identityFile)) ?? this.#input.credential;
  }

  #placeOf(target: QueuedTarget) {
    return { host: target.host, port: target.port, user: target.user ?? this.#credentialOf(target).user ?? this.#input.credential.user ?? this.#localUser };
  }

  #serverAt(target: QueuedTarget): string | undefined {
    return this.#serversByPlace.get(placeKey(target, this.#pathTo(target)));
  }

  #verdictBefore(target: QueuedTarget): ContactResult | undefined {
    if (!this.#desk.gate.isPaused(this.#credentialOf(target).id)) return undefined;
    return { kind: 'skipped', error: guardError(this.#placeOf(target), 'paused'), decision: undefined };
  }

  readonly #localUser = localUser();
  readonly #begun = new Map<string, { readonly at: Date; readonly ms: number; readonly firstMs: number; readonly nonce: string }>();

  async #contact(target: QueuedTarget, lane: Lane): Promise<ContactResult> {
    const { context, useSudo, jump } = this.#input;
    const { nonce, ...script } = newProbe(useSudo);
    const ms = performance.now();
    this.#begun.set(target.id, { at: context.now(), ms, firstMs: this.#begun.get(target.id)?.firstMs ?? ms, nonce });
    const place = this.#placeOf(target);
    return await contactTarget({ ...target, user: place.user }, this.#credentialOf(target), target.jump ?? jump, {
      gate: this.#desk.gate, book: this.#desk.book, crypto: this.#desk.crypto, passwordTries: this.#desk.passwordTries, jumps: this.#desk.jumps, addresses: this.#desk.addresses, apartEntry: this.#desk.apartEntry,
      ...(lane === 'slow' ? { timeouts: SLOW_TIMEOUTS } : {}), script, signal: this.#contacts.signal, now: context.now, localUser: place.user,
    });
  }

  async #settle(target: QueuedTarget, result: Exclude<ContactResult, { kind: 'again' }>): Promise<void> {
    if (this.#writeError) throw this.#writeError.error;
    const begun = this.#begun.get(target.id) ?? { at: this.#input.context.now(), ms: performance.now(), firstMs: performance.now(), nonce: '' };
    this.#begun.delete(target.id);
    const times = { startedAt: begun.at.toISOString(), finishedAt: this.#input.context.now().toISOString(), durationMs: Math.round(performance.now() - begun.ms) };
    const place = (error: HostError): HostError => nameHost(error, this.#placeOf(target));
    const stop = (error: unknown): void => {
      // Nothing more can be stored: what the hosts under way have to say would be lost.
      this.#contacts.abort();
      if (error instanceof AppError && error.code === 'storage.disk_full') this.#noteDiskFull(target, times, place);
      this.#writeError ??= { error };
    };
    if (result.kind === 'read') {
      this.#silent.answered(performance.now());
      // The next host is read while this one waits for its commit, but not before this one is let in.
      await this.#storing.enter();
      const stored = this.#record(target, result, { ...times, nonce: begun.nonce }, place).then(() => this.#tell(target), stop).finally(() => {
        this.#unstored.delete(stored);
        this.#storing.leave();
      });
      this.#unstored.add(stored);
      return;
    }
    try {
      this.#hear(target, result, begun.firstMs, () => this.#note(target, result, times, place));
    } catch (error) {
      stop(error);
      throw error;
    }
    this.#tell(target);
  }

  /** A failure is told at once, unless it may be this machine that lost its way to the network. */
  #hear(target: QueuedTarget, result: Exclude<ContactResult, { kind: 'again' | 'read' }>, begunMs: number, write: () => void): void {
    if (result.kind === 'failed' && isSilent(result.error) && !target.fromBlock) {
      const question = this.#silent.silent(write, this.#serverAt(target) !== undefined, begunMs);
      if (question) this.#input.pauseSelf(question);
      return;
    }
    if (result.kind === 'failed') this.#silent.answered(performance.now());
    if (result.kind === 'skipped' && result.error.code === 'CREDENTIAL_OUT_OF_SCOPE') this.#outOfScope += 1;
    write();
  }

  /** Nothing of this attempt is written after it has ended. */
  async #storeRest(): Promise<void> {
    while (this.#unstored.size > 0) {
      this.#group.flush();
      await Promise.race(this.#unstored);
    }
  }

  async #record(target: QueuedTarget, { scan }: Extract<ContactResult, { kind: 'read' }>, begun: { startedAt: string; finishedAt: string; durationMs: number; nonce: string }, place: (error: HostError) => HostError): Promise<void> {
    const { context, database, runId } = this.#input;
    const contact = { ...begun, problems: scan.problems, sudoAsked: this.#input.useSudo, hostKey: `${scan.handshake.hostKey.type} ${scan.handshake.hostKey.fingerprintSha256}` };
    const understood = await this.#lane.run(() => understand({ ...contact, text: scan.text }));
    await recordContact({ database, writer: this.#writer, group: this.#group, runId, by: this.#by, newId: context.newId, placeServerId: this.#serverAt(target), placeName: placeKey(target, this.#pathTo(target)) }, target, contact, understood, place);
  }

  #note(target: QueuedTarget, result: Exclude<ContactResult, { kind: 'again' | 'read' }>, times: Pick<TargetOutcome, 'startedAt' | 'finishedAt' | 'durationMs'>, place: (error: HostError) => HostError): void {
    const outcome = { targetId: target.id, serverId: null, ...times };
    if (result.kind === 'cancelled') {
      // A paused host simply waits on; a cancelled one says why it has no facts.
      if (this.#input.job.reason() === 'cancel') this.#writer.finished({ ...outcome, state: 'skipped', errors: [place({ code: 'CANCELLED', params: {} })] });
      return;
    }
    const lost = result.kind === 'failed' ? { target, serverId: this.#serverAt(target) } : undefined;
    this.#writer.finished({ ...outcome, state: result.kind, errors: [result.error], lost });
  }

  #noteDiskFull(target: QueuedTarget, times: Pick<TargetOutcome, 'startedAt' | 'finishedAt' | 'durationMs'>, place: (error: HostError) => HostError): void {
    const { database, context } = this.#input;
    try {
      database.note(() => finishTarget(database, { targetId: target.id, serverId: null, ...times, state: 'skipped', errors: [place({ code: 'DISK_FULL_LOCAL', params: {} })] }));
    } catch (error) {
      // Not even a line fits: the target stays open and the job tells of the full disk.
      context.log.warn('scan.disk_full', { target: target.id, error });
    }
  }

  #tell(target: QueuedTarget): void {
    const { context, job } = this.#input;
    this.#progress.finishedOne();
    job.report(this.#progress.show('scan', target.name ?? target.host));
    const nowMs = performance.now();
    if (nowMs - this.#toldAtMs < TELL_EVERY_MS) return;
    this.#toldAtMs = nowMs;
    context.changed('scan', 'inventory');
  }
}
