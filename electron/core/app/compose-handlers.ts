import type { Contract } from '../../../shared/contract/contract.ts';
import { createDiagnosticsFeature } from '../diagnostics/index.ts';
import { createInventoryFeature } from '../inventory/index.ts';
import { createJobFeature } from '../jobs/index.ts';
import { createOrganisationFeature } from '../organisation/index.ts';
import { createProjectFeature, type ProjectSession } from '../project/index.ts';
import { createSettingsFeature, type SettingsFile } from '../settings/index.ts';
import type { CoreContext, HandlersOf } from './context.ts';

export interface CompositionOptions {
  readonly context: CoreContext;
  readonly session: ProjectSession;
  readonly settings: SettingsFile;
  readonly dataDir: string;
  readonly shell: 'desktop' | 'web' | 'cli';
}

/** Every procedure of the contract with its handler; one that is missing or misspelt does not compile. */
export function composeHandlers({ context, session, settings, dataDir, shell }: CompositionOptions) {
  return {
    ...createProjectFeature({ session, files: context.files, dataDir, now: context.now, userName: context.userName }),
    ...createJobFeature(context.jobs),
    ...createInventoryFeature(context),
    ...createOrganisationFeature(context),
    ...createSettingsFeature(settings),
    ...createDiagnosticsFeature({ shell, dataDir, now: context.now, project: () => session.current(), sshAgentSocket: process.env['SSH_AUTH_SOCK'], probeSha256: () => '' }),
  } satisfies Partial<HandlersOf<Contract>>;
}
