import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandContext } from '../command-context.ts';
import type { OpenProject } from '../open-project.ts';
import { toldUsageError } from '../parse/told-usage-error.ts';
import { writeBundle } from './bundle-commands.ts';
import type { ScanOptions } from './scan-options.ts';

type Scan = (context: CommandContext, project: OpenProject, options: ScanOptions) => Promise<number>;

/** The guard that keeps passwords from being tried again remembers in the project; this one is gone after the command. */
function demandKey({ t, print }: CommandContext, { identity, agent, local, sample }: ScanOptions): void {
  if (identity === undefined && !agent && !local && sample === undefined) throw toldUsageError(print, t('scan.bundleNeedsKey'));
}

/**
 * A department's collector: the scan goes into a project that lives as long as the command, and what it brought is written as
 * one bundle. Hosts that failed do not keep the others from being written.
 */
export async function scanToBundle(context: CommandContext, options: ScanOptions & { readonly bundle: string }, scan: Scan): Promise<number> {
  demandKey(context, options);
  const folder = await mkdtemp(join(tmpdir(), 'landfall-collect-'));
  const session = await context.session();
  const { client } = session;
  try {
    const { status, recentId } = await createProject(session, join(folder, 'collector.landfall'));
    try {
      const exitCode = await scan(context, { ...session, status }, options);
      if (options.preflight) return exitCode;
      const { hosts, leftOut, signer } = await writeBundle(context, session, options.bundle, options);
      context.print.message(context.t('bundle.written', { hosts, leftOut, signer }));
      return exitCode;
    } finally {
      if (recentId !== undefined) await client.call('project.forgetRecent', { recentId });
      await client.call('project.close', {});
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function createProject({ client, file }: Pick<OpenProject, 'client' | 'file'>, path: string): Promise<Pick<OpenProject, 'status'> & { readonly recentId: string | undefined }> {
  const { status } = await client.call('project.create', { name: 'collector', file: file(path, 'write') });
  const { projects } = await client.call('project.listRecent', {});
  return { status, recentId: projects.find((project) => project.path === path)?.id };
}
