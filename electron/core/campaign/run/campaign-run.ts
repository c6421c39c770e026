import type { DwellState } from '../../../../shared/model/campaign.ts';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { HostError, HostKeyPolicy, ScanTarget } from '../../../../shared/model/scan.ts';
import type { CoreContext } from '../../context/core-context.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import type { JobRun } from '../../jobs/index.ts';
import { createPacer, defaultPace, delay, isLoopback, nameHost, openContactDesk, localUser, placesOfServers, quietForMs, readScanSettings, type ContactDesk, type IdentityFiles, type RunCredential } from '../../scan/index.ts';
import type { DwellPace } from '../dwell-pace.ts';
import { beginDwell, dueDwells, endDwell, machineIdOf, nextStart, settleMissed, type CampaignRow, type DueDwell } from '../store.ts';
import { dwellContact, type DwellEnd } from './dwell-contact.ts';
import { recordPart } from './record-part.ts';

export interface CampaignRunInput {
  readonly context: Pick<CoreContext, 'apartEntry' | 'log' | 'now' | 'newId' | 'userName' | 'changed'>;
  readonly database: ProjectDatabase;
  readonly campaign: CampaignRow;
  readonly policy: HostKeyPolicy;
  readonly useSudo: boolean;
  readonly jump: string | null;
  readonly wait: boolean;
  readonly credential: RunCredential;
  readonly identityFiles: Pick<IdentityFiles, 'credentialFor'>;
  readonly pace: DwellPace;
  /** Where the servers are reached, when that is not where a scan reached them. */
  readonly places?: ReadonlyMap<string, ScanTarget>;
  readonly job: Pick<JobRun<unknown>, 'signal' | 'reason' | 'report'>;
}

/** The clock of this machine may be set, and it may sleep: never wait longer without a look. */
const LONGEST_WAIT_MS = 30_000;
/** Less is not worth a login. */
const SHORTEST_DWELL_MS = 20_000;
/** A dwell that was cut is taken up again while its time lasts. */
const MAX_ATTEMPTS = 3;
const AGAIN: ReadonlySet<HostError['code']> = new Set(['CONNECTION_LOST', 'RESET_BEFORE_BANNER', 'BASTION_LIMIT', 'NO_BANNER', 'UNREACHABLE']);
const RETRY_AFTER_MS = 15_000;

/** Works off the dwells of one campaign whose time is now; with `wait`, until none is left. */
export class CampaignRun {
  readonly #input: CampaignRunInput;
  readonly #desk: ContactDesk;
  readonly #places: ReadonlyMap<string, ScanTarget>;
  readonly #active = new Map<string, Promise<void>>();
  readonly #retryAtMs = new Map<string, number>();
  readonly #stop = new AbortController();
  #wake: () => void = () => undefined;
  #failure: { readonly error: unknown } | undefined;
  #done = 0;

  constructor(input: CampaignRunInput) {
    const { database, policy, context } = input;
    this.#input = input;
    this.#desk = openContactDesk({ database, policy, by: context.userName(), now: context.now, apartEntry: context.apartEntry });
    this.#places = input.places ?? placesOfServers(database);
  }

  async run(): Promise<void> {
    const { job } = this.#input;
    const onAbort = (): void => this.#stop.abort();
    job.signal.addEventListener('abort', onAbort, { once: true });
    if (job.signal.aborted) onAbort();
    try {
      while (!this.#stop.signal.aborted && this.#step()) await this.#rest();
    } finally {
      this.#stop.abort();
      await Promise.all(this.#active.values());
      job.signal.removeEventListener('abort', onAbort);
      this.#desk.close();
    }
    if (this.#failure) throw this.#failure.error;
  }

  readonly #pacer = createPacer(defaultPace(16), () => performance.now());

  #nowText(): string {
    return this.#input.context.now().toISOString();
  }

  /** Starts what is due. False when nothing is left to wait for. */
  #step(): boolean {
    const { database, campaign, wait, context } = this.#input;
    const now = this.#nowText();
    const missed = database.note(() => settleMissed(database, campaign.id, now, [...this.#active.keys()]));
    if (missed > 0) context.changed('campaign');
    const quiet = quietForMs(context.now(), readScanSettings(database).quietHours) > 0;
    if (quiet) this.#interrupt();
    const open = quiet ? [] : dueDwells(database, campaign.id, now).filter((dwell) => !this.#active.has(dwell.serverId));
    const due = open.filter((dwell) => (this.#retryAtMs.get(dwell.serverId) ?? 0) <= performance.now());
    for (const dwell of due.slice(0, campaign.plan.atOnce - this.#active.size)) this.#start(dwell);
    this.#report();
    return this.#active.size > 0 || open.length > 0 || (wait && (quiet || nextStart(database, campaign.id, now) !== undefined));
  }

  #pause = new AbortController();

  /** Quiet hours began: what runs is stored and hung up, and taken up again if its time lasts longer than they do. */
  #interrupt(): void {
    if (this.#active.size === 0) return;
    this.#pause.abort();
    this.#pause = new AbortController();
  }

  /** Until something ends, the next dwell begins, or half a minute has passed. */
  async #rest(): Promise<void> {
    const { database, campaign, pace, context } = this.#input;
    const next = nextStart(database, campaign.id, this.#nowText());
    const untilNextMs = next === undefined ? LONGEST_WAIT_MS : (Date.parse(next) - context.now().getTime()) / pace.speed;
    const retryMs = [...this.#retryAtMs.values()].map((at) => at - performance.now()).filter((ms) => ms > 0);
    const bell = new AbortController();
    this.#wake = () => bell.abort();
    await delay(Math.max(20, Math.min(LONGEST_WAIT_MS, untilNextMs, ...retryMs)), AbortSignal.any([bell.signal, this.#stop.signal]));
  }

  #start(dwell: DueDwell): void {
    const { database, context } = this.#input;
    database.note(() => beginDwell(database, dwell, this.#nowText()));
    const ended = this.#dwell(dwell).catch((error: unknown) => {
      // Nothing more can be stored: the others end too.
      this.#failure ??= { error };
      this.#stop.abort();
    }).finally(() => {
      this.#active.delete(dwell.serverId);
      context.changed('campaign', 'inventory', 'profile');
      this.#wake();
    });
    this.#active.set(dwell.serverId, ended);
    context.changed('campaign');
  }

  async #dwell(dwell: DueDwell): Promise<void> {
    const { context, pace, credential, identityFiles, jump, useSudo, database, campaign } = this.#input;
    const target = this.#places.get(dwell.serverId);
    if (!target) return this.#end(dwell, 'failed', { code: 'UNREACHABLE', params: { host: '', port: 0 } });
    if (target.jump !== null || jump !== null || !isLoopback(target.host)) await delay(this.#pacer.reserve(), this.#stop.signal);
    const durationMs = (Date.parse(dwell.endsAt) - context.now().getTime()) / pace.speed;
    if (durationMs < SHORTEST_DWELL_MS / pace.speed) return this.#end(dwell, dwell.attempt === 0 ? 'missed' : 'partial', undefined);
    const own = target.identityFile === null ? undefined : await identityFiles.credentialFor(target.identityFile);
    const end = await dwellContact({
      desk: this.#desk, target, credential: own ?? credential, jump, useSudo, durationMs, pace, now: context.now, machineId: machineIdOf(database, dwell.serverId),
      signal: AbortSignal.any([this.#stop.signal, this.#pause.signal]),
      store: (part) => database.record({ action: 'campaign.recordDwell', by: context.userName(), summary: { campaign: campaign.plan.name, host: target.host, samples: part.samples.length } }, () => {
        recordPart({ database, key: dwell, campaignName: campaign.plan.name, intervalSeconds: pace.intervalMs / pace.speed / 1000, at: this.#nowText(), newId: context.newId }, part);
      }),
    });
    const place = { host: target.host, port: target.port, user: target.user ?? credential.user ?? localUser() };
    this.#settle(dwell, 'error' in end ? { kind: end.kind, error: nameHost(end.error, place) } : end);
  }

  #settle(dwell: DueDwell, end: DwellEnd): void {
    if (end.kind === 'done') return this.#end(dwell, 'done', undefined);
    // Stopped from here, or no turn yet: it waits on, and counts as missed or partial once its time is over.
    if (!('error' in end)) return this.#end(dwell, 'planned', undefined);
    if (AGAIN.has(end.error.code) && dwell.attempt + 1 < MAX_ATTEMPTS) {
      this.#retryAtMs.set(dwell.serverId, performance.now() + RETRY_AFTER_MS / this.#input.pace.speed);
      return this.#end(dwell, 'planned', end.error);
    }
    this.#end(dwell, end.kind === 'cut' ? 'partial' : 'failed', end.error);
  }

  #end(dwell: DueDwell, state: DwellState, error: HostError | undefined): void {
    const { database } = this.#input;
    if (state !== 'planned') this.#done += 1;
    database.note(() => endDwell(database, dwell, state, error, this.#nowText()));
  }

  #report(): void {
    const { job, campaign, context } = this.#input;
    const [first, last] = [Date.parse(campaign.createdAt), Math.max(Date.parse(campaign.createdAt) + 1, Date.parse(`${campaign.plan.lastDay}T24:00:00.000Z`) - campaign.plan.utcOffsetMinutes * 60_000)];
    const fraction = Math.min(1, Math.max(0, (context.now().getTime() - first) / (last - first)));
    const [current] = this.#active.keys();
    job.report({ phase: current === undefined ? 'wait' : 'dwell', fraction, done: this.#done, total: this.#done + this.#active.size, current: current === undefined ? null : (this.#places.get(current)?.name ?? this.#places.get(current)?.host ?? null) });
  }
}

/** Refuses a campaign that has nothing left. Throws `campaign.over`. */
export function demandOpen(database: ProjectDatabase, campaign: CampaignRow, now: string): void {
  const over = campaign.cancelled || (dueDwells(database, campaign.id, now).length === 0 && nextStart(database, campaign.id, now) === undefined);
  if (over) throw new AppError('campaign.over', { name: campaign.plan.name });
}
