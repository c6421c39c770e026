import type { CoreEvent, Topic } from '../../../shared/contract/events.ts';
import type { JobService } from '../jobs/job-service.ts';
import type { ProjectDatabase } from '../db/project-database.ts';
import type { FileRegistry } from '../ports/file-registry.ts';
import type { SecretVault } from '../ports/secret-vault.ts';
import type { Logger } from '../ports/logger.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';

/** What every feature may use; made once by `createCore`, so nothing in a feature is a singleton. */
export interface CoreContext {
  /** The open project. Throws `project.not_open`. Ask anew at each use: the project may be closed and another opened. */
  readonly database: () => ProjectDatabase;
  readonly jobs: JobService;
  readonly files: FileRegistry;
  readonly workers: WorkerPool;
  /** Stored credentials of the open project; they leave it for the core only. */
  readonly vault: SecretVault;
  /** The bundled entry of the thread that scans a host with a slow key exchange; undefined where sources run. */
  readonly apartEntry: URL | undefined;
  readonly log: Logger;
  readonly now: () => Date;
  /** A new unguessable id, short enough to read out: 16 characters of base32. */
  readonly newId: () => string;
  /** Call before an edit: keeps a backup first when more than 200 rows will change. */
  readonly backUpBeforeEdit: (rowCount: number) => Promise<void>;
  /** Who is working, for provenance and audit: the name in the settings, else the account name. */
  readonly userName: () => string;
  readonly publish: (event: CoreEvent) => void;
  /** Tells that something changed outside a command (a job's progress); commands tell by their contract. */
  readonly changed: (...topics: Topic[]) => void;
}
