import { join } from 'node:path';
import { userInfo } from 'node:os';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { Access } from '../../../shared/contract/procedure.ts';
import { afterRestore } from '../inventory/index.ts';
import { createJobService } from '../jobs/index.ts';
import { createProjectSession, refuseReadOnly } from '../project/index.ts';
import { createSettingsFile } from '../settings/index.ts';
import { createVault } from '../vault/index.ts';
import { createWorkerPool } from '../workers/create-worker-pool.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { Core, CoreOptions } from './core.ts';
import { createFileRegistry } from './create-file-registry.ts';
import { createLogger } from './create-logger.ts';
import { createDispatcher } from './dispatch.ts';
import { createEventHub } from './event-hub.ts';
import { composeHandlers } from './compose-handlers.ts';
import { newRandomId } from './new-id.ts';

/** How long closing waits for jobs to stop. */
const SHUT_DOWN_MS = 5000;

/** From how many rows on an edit is preceded by a backup. */
const BULK_EDIT_ROWS = 200;

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** Builds the application: every part is made here and handed what it needs. */
export function createCore(options: CoreOptions): Core {
  const now = options.now ?? (() => new Date());
  const newId = options.newId ?? newRandomId;
  const log = createLogger(options.logSink ?? (() => undefined), now);
  const events = createEventHub(log);
  const files = createFileRegistry(join(options.dataDir, 'temporary'), newId);
  const settings = createSettingsFile(options.dataDir);
  const workers = createWorkerPool({ workerUrl: options.workerUrl ?? new URL('../workers/worker-entry.ts', import.meta.url) });
  const userName = () => settings.read().userName || accountName();
  const changed: CoreContext['changed'] = (...topics) => {
    if (topics.length > 0) events.publish({ topic: 'changed', payload: { topics } });
  };
  const writableProject = () => {
    const project = session.current();
    return project?.mode === 'writable' ? project : undefined;
  };
  const jobs = createJobService({ storage: writableProject, publish: events.publish, changed, log, now, newId });
  const session = createProjectSession({
    now,
    newId,
    log,
    userName,
    afterRestore,
    sealCopy: (path) => workers.run('sealCopy', { path }),
    onOpened: () => jobs.attach(),
    onClosing: async () => {
      await jobs.shutDown(SHUT_DOWN_MS);
      jobs.detach();
      vault.lock();
    },
  });
  const vault = createVault({ projectPath: () => session.project().path, newId, now, nowMs: () => performance.now(), onLocked: () => changed('vault'), onUnwritten: (error) => log.warn('vault.last_use_unwritten', { error }) });
  const backUpBeforeEdit = async (rowCount: number) => {
    if (rowCount > BULK_EDIT_ROWS) await session.backUp('bulk-edit');
  };
  const context: CoreContext = { database: () => session.project(), jobs, files, workers, vault, apartEntry: options.workerUrl && new URL('apart-worker.js', options.workerUrl), log, now, newId, backUpBeforeEdit, userName, publish: events.publish, changed };
  const handlers = composeHandlers({ context, session, settings, vault, dataDir: options.dataDir, shell: options.shell, dwellPace: options.dwellPace, estateEntry: options.workerUrl && new URL('estate-worker.js', options.workerUrl) });
  const checkAccess = (access: Access) => {
    if (access === 'open') return;
    const project = session.current();
    if (!project) throw new AppError('project.not_open');
    if (access === 'writable') refuseReadOnly(project);
  };
  const dispatch = createDispatcher({ context, handlers, checkAccess, checkOutput: options.checkOutput ?? process.env['NODE_ENV'] !== 'production' });
  return {
    dispatch,
    // The dispatcher's handler for a method returns what its contract says; TypeScript cannot follow that through the map.
    call: (method, input, call) => dispatch(method, input, call) as never,
    subscribe: events.subscribe,
    files,
    close: async () => {
      await session.close();
      await workers.close();
      await files.close();
    },
  };
}
