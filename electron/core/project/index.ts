import { basename, join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { projectContract, projectStatusSchema } from '../../../shared/contract/project.ts';
import type { FileCheck } from '../db/index.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import type { FileRegistry } from '../ports/file-registry.ts';
import type { Logger } from '../ports/logger.ts';
import { freeProjectPath } from './project-file-name.ts';
import type { ProjectSession } from './project-session.ts';
import { createRecentProjects } from './recent-projects.ts';
import { readAuditPage, readCounts, readLastAuditAt, readMeta } from './store.ts';

export { createProjectSession, refuseReadOnly } from './project-session.ts';
export type { ProjectSession } from './project-session.ts';
export { readMeta, writeMeta } from './store.ts';

export interface ProjectFeatureOptions {
  readonly session: ProjectSession;
  readonly files: FileRegistry;
  readonly dataDir: string;
  readonly now: () => Date;
  readonly userName: () => string;
  readonly log: Logger;
  /** The whole check of a project file, off this thread. */
  readonly verify: (path: string) => Promise<FileCheck>;
}

type Status = z.input<typeof projectStatusSchema>;

const CLOSED: Status = { open: false, name: null, path: null, mode: null, lockedBy: null, sample: false, savedAt: null, undo: null, redo: null, counts: { departments: 0, systems: 0, servers: 0 } };

function statusOf(session: ProjectSession): Status {
  const project = session.current();
  if (!project) return CLOSED;
  const owner = project.lockedBy;
  return {
    open: true,
    name: readMeta(project, 'name') ?? basename(project.path, '.landfall'),
    path: project.path,
    mode: project.mode,
    lockedBy: owner ? { pid: owner.pid, host: owner.host, since: owner.since } : null,
    sample: readMeta(project, 'sample') === 'true',
    savedAt: readLastAuditAt(project),
    undo: project.nextStep('undo') ?? null,
    redo: project.nextStep('redo') ?? null,
    counts: readCounts(project),
  };
}

/** Opening, keeping and proving the project file. */
export function createProjectFeature(options: ProjectFeatureOptions): HandlersOf<typeof projectContract> {
  const { session, files } = options;
  const recent = createRecentProjects(options.dataDir);
  const opened = async () => {
    const status = statusOf(session);
    if (status.path === null) return { status };
    // The project is open; a home that cannot be written only costs its line in the list of recent ones.
    await recent.add({ path: status.path, name: status.name ?? '', openedAt: options.now().toISOString() }).catch((error: unknown) => options.log.warn('recent.not_kept', { error }));
    return { status };
  };
  const recentPath = (id: string) => {
    const path = recent.pathOf(id);
    if (path === undefined) throw new AppError('project.not_found', { recentId: id });
    return path;
  };
  return {
    'project.getStatus': () => statusOf(session),
    'project.listRecent': () => ({ projects: recent.list() }),
    'project.create': async ({ name, file }) => {
      await session.create(file ? files.resolve(file, 'write') : freeProjectPath(join(options.dataDir, 'projects'), name), name);
      return await opened();
    },
    'project.open': async (input) => {
      await session.open('file' in input ? files.resolve(input.file, 'read') : recentPath(input.recentId), input.takeOver);
      return await opened();
    },
    'project.close': async () => {
      await session.close();
      return { done: true };
    },
    'project.forgetRecent': async ({ recentId }) => {
      await recent.forget(recentId);
      return { done: true };
    },
    'project.undo': () => ({ undone: session.project().step('undo', options.userName()) }),
    'project.redo': () => ({ redone: session.project().step('redo', options.userName()) }),
    'project.backUp': async () => ({ backup: await session.backUp('requested') }),
    'project.listBackups': () => ({ backups: session.listBackups() }),
    'project.restoreBackup': async ({ id }) => {
      await session.restore(id);
      return await opened();
    },
    'project.recover': async (input) => {
      const { used } = await session.recover('file' in input ? files.resolve(input.file, 'read') : recentPath(input.recentId));
      return { ...(await opened()), backup: used?.backup ?? null, damagedFile: used?.damagedFile ?? null };
    },
    'project.verify': () => options.verify(session.project().path),
    'project.listAudit': ({ offset, limit }) => {
      const { rows, total } = readAuditPage(session.project(), offset, limit);
      return { rows, total, grandTotal: total };
    },
  };
}
