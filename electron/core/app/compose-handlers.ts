import { probeSheet } from '../../../agents/probes/probe-sheet.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { createAssessmentFeature } from '../assessment/index.ts';
import { createBundleFeature } from '../bundle/index.ts';
import { createCampaignFeature, type DwellPace } from '../campaign/index.ts';
import { createCatalogueFeature } from '../catalogue/index.ts';
import { createDiagnosticsFeature } from '../diagnostics/index.ts';
import { createExportingFeature } from '../exporting/index.ts';
import { createImportingFeature } from '../importing/index.ts';
import { createInventoryFeature } from '../inventory/index.ts';
import { createJobFeature } from '../jobs/index.ts';
import { createOrganisationFeature } from '../organisation/index.ts';
import { createPlanFeature } from '../plan/index.ts';
import { createProjectFeature, type ProjectSession } from '../project/index.ts';
import { createScanFeature } from '../scan/index.ts';
import { createSettingsFeature, type SettingsFile } from '../settings/index.ts';
import { createTrackingFeature } from '../tracking/index.ts';
import { createVaultFeature, type Vault } from '../vault/index.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';

export interface CompositionOptions {
  readonly context: CoreContext;
  readonly session: ProjectSession;
  readonly settings: SettingsFile;
  readonly vault: Vault;
  readonly dataDir: string;
  readonly shell: 'desktop' | 'web' | 'cli';
  /** The bundled entry of the sample estate's thread, when there are bundles. */
  readonly estateEntry: URL | undefined;
  /** Only in tests. */
  readonly dwellPace: DwellPace | undefined;
}

/** Every procedure of the contract with its handler; one that is missing or misspelt does not compile. */
export function composeHandlers({ context, session, settings, vault, dataDir, shell, estateEntry, dwellPace }: CompositionOptions) {
  const verify = (path: string) => context.workers.run('verifyProject', { path });
  const diagnostics = { verify, shell, dataDir, now: context.now, project: () => session.current(), sshAgentSocket: process.env['SSH_AUTH_SOCK'], probeSha256: () => probeSheet().sha256 };
  const readable = {
    ...createProjectFeature({ session, files: context.files, dataDir, now: context.now, userName: context.userName, log: context.log, verify }),
    ...createInventoryFeature(context),
    ...createOrganisationFeature(context),
    ...createScanFeature(context, { estateEntry }),
    ...createVaultFeature(context, vault),
    ...createCampaignFeature(context, { pace: dwellPace, estateEntry }),
    ...createCatalogueFeature(context),
    ...createAssessmentFeature(context),
    ...createPlanFeature(context),
    ...createTrackingFeature(context),
  };
  return {
    ...readable,
    ...createJobFeature(context.jobs),
    ...createBundleFeature(context, dataDir),
    ...createImportingFeature(context),
    // An export says what the screens say: it reads through the same handlers.
    ...createExportingFeature(context, readable),
    ...createSettingsFeature(settings),
    ...createDiagnosticsFeature(diagnostics),
  } satisfies HandlersOf<Contract>;
}
