import { AppError } from '../../../shared/kernel/app-error.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { CommandContext, CoreSession } from './command-context.ts';

export type ProjectStatus = OutputOf<'project.getStatus'>;
export interface OpenProject extends CoreSession {
  readonly status: ProjectStatus;
}

function refusal(status: ProjectStatus): AppError {
  const { lockedBy } = status;
  return lockedBy ? new AppError('project.locked', { pid: lockedBy.pid, host: lockedBy.host, since: lockedBy.since }) : new AppError('project.read_only');
}

async function openFile(client: Client, session: CoreSession, path: string, mode: 'read' | 'write'): Promise<ProjectStatus> {
  const { status } = await client.call('project.open', { file: session.file(path, 'write') });
  if (mode === 'write' && status.mode !== 'writable') throw refusal(status);
  return status;
}

/** Opens the project of a command. Reading works beside another process; changing needs the project for itself. */
export async function openProject(context: CommandContext, path: string, mode: 'read' | 'write'): Promise<OpenProject> {
  const session = await context.session();
  const status = await openFile(session.client, session, path, mode);
  if (status.mode === 'read-only') context.print.message(context.t('project.openedReadOnly'));
  return { ...session, status };
}
