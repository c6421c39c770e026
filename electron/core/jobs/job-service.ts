import type { JobId } from '../../../shared/kernel/ids.ts';
import type { Job, JobKind, JobProgress } from '../../../shared/model/job.ts';

/** What a running job is given. `report` is throttled; the last report is always sent. */
export interface JobRun<Input> {
  readonly jobId: JobId;
  readonly input: Input;
  /** 1 at the first start; rises with each resume. */
  readonly attempt: number;
  /** Aborted by cancel and by pause; `reason()` tells which. */
  readonly signal: AbortSignal;
  readonly reason: () => 'cancel' | 'pause' | 'shutdown' | undefined;
  readonly report: (progress: Partial<JobProgress> & Pick<JobProgress, 'fraction' | 'phase'>) => void;
}

export interface JobDefinition<Input, Result> {
  readonly kind: JobKind;
  readonly pausable: boolean;
  /** May it go on after a pause, a cancel or a crash without new input? (A scan with a secret may not: use scan.resume.) */
  readonly resumable: boolean;
  readonly run: (run: JobRun<Input>) => Promise<Result>;
}

/** Long work: a row in `job`, progress by events, cancel, pause, resume, and `interrupted` after a crash. */
export interface JobService {
  define<Input, Result>(definition: JobDefinition<Input, Result>): void;
  /**
   * Queues a job. `input` is stored as JSON and must hold no secret; what must not be stored goes into `secrets`,
   * which lives in memory until the job ends and is handed to `run` merged over `input`.
   */
  start(kind: JobKind, input: object, secrets?: object): JobId;
  get(jobId: JobId): Job | undefined;
  list(): Job[];
  cancel(jobId: JobId): Job;
  pause(jobId: JobId): Job;
  resume(jobId: JobId): Job;
  /** Resolves when the job is no longer queued or running. */
  finished(jobId: JobId): Promise<Job>;
  /** Marks running jobs interrupted and waits a bounded time for them to stop. */
  shutDown(timeoutMs: number): Promise<void>;
}
