import { homedir } from 'node:os';
import { probeSheet } from '../../../agents/probes/probe-sheet.ts';
import { sudoersTexts } from '../../../agents/probes/sudoers.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';
import type { scanContract } from '../../../shared/contract/scan.ts';
import type { ScanRunId } from '../../../shared/kernel/ids.ts';
import type { CoreContext } from '../context/core-context.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { decodeText } from '../tabular/index.ts';
import { allowCrypto, listExceptions, removeException } from './crypto/crypto-exceptions.ts';
import { createIdentityFiles } from './credentials/identity-files.ts';
import { resolveCredential } from './credentials/resolve-credential.ts';
import { approveHostKeys } from './host-keys/approve-host-keys.ts';
import { listDiff } from './diff/list-diff.ts';
import { importKnownHosts } from './host-keys/import-known-hosts.ts';
import { listHostKeys } from './host-keys/store.ts';
import { defineLocalScanJob, startLocalScan } from './jobs/local-scan-job.ts';
import { defineSampleScanJob, startSampleScan } from './jobs/sample-scan-job.ts';
import { defineScanJob, resumeScan, startScan } from './jobs/scan-job.ts';
import { stopAllScans } from './jobs/stop-all-scans.ts';
import { runPreflight } from './preflight/run-preflight.ts';
import { readTextFile } from './read-text-file.ts';
import { listRunDepartments } from './results/run-departments.ts';
import { getRun, listResults, listRuns } from './results/store.ts';
import { readJump, toStoredOptions } from './run-options.ts';
import { createControlsOfRuns } from './run/controls-of-runs.ts';
import { jobOfRun } from './run/store.ts';
import { readScanSettings, saveScanSettings } from './settings/scan-settings.ts';
import { previewTargets } from './targets/preview-targets.ts';

export { createIdentityFiles, type IdentityFiles } from './credentials/identity-files.ts';
export { resolveCredential } from './credentials/resolve-credential.ts';
export type { RunCredential } from './credentials/run-credential.ts';
export { createPacer, defaultPace, isLoopback } from './guard/pacer.ts';
export { quietForMs } from './guard/quiet-hours.ts';
export { importKnownHosts } from './host-keys/import-known-hosts.ts';
export { placesOfServers } from './places/store.ts';
export type { ScanRunResult } from './results/run-result.ts';
export { openContactDesk, type ContactDesk } from './run/contact-desk.ts';
export { contactTarget, type ContactResult } from './run/contact-target.ts';
export { delay } from './run/delay.ts';
export { nameHost } from './run/explain-contact.ts';
export { localUser } from './run/local-user.ts';
export { readJump } from './run-options.ts';
export { readScanSettings } from './settings/scan-settings.ts';

export interface ScanFeatureOptions {
  /** The bundled entry of the estate's thread; left out, the TypeScript source is used (tests and development). */
  readonly estateEntry?: URL | undefined;
  /** Where `~` leads; key files of an ssh config are read from its `.ssh` only. */
  readonly homeDir?: string;
}

const ESTATE_SOURCE = new URL('../../../agents/estate/estate-worker.ts', import.meta.url);

/** Targets, canary, runs, results and host keys. */
export function createScanFeature(context: CoreContext, { estateEntry = ESTATE_SOURCE, homeDir = homedir() }: ScanFeatureOptions = {}): HandlersOf<typeof scanContract> {
  const identityFiles = createIdentityFiles(homeDir);
  const controls = createControlsOfRuns(context.now);
  defineScanJob(context, identityFiles, controls);
  defineLocalScanJob(context);
  defineSampleScanJob(context, estateEntry, controls);
  /** A run left `running` by a process that died has no job at work. */
  const isActive = (runId: ScanRunId): boolean => {
    const jobId = jobOfRun(context.database(), runId);
    const state = jobId === undefined ? undefined : context.jobs.get(jobId)?.state;
    return state === 'queued' || state === 'running';
  };
  const stamp = () => ({ by: context.userName(), at: context.now().toISOString() });
  return {
    'scan.previewTargets': async (source) => {
      const file = source.file === undefined ? undefined : context.files.resolve(source.file, 'read');
      const content = file === undefined ? { text: source.text ?? '', encoding: 'utf-8' } : decodeText(await readTextFile(file));
      const preview = previewTargets(source, content, homeDir);
      // Only a config the user picked as a file may name keys outside ~/.ssh; a text could come from anywhere.
      if (file !== undefined && preview.format === 'ssh-config') identityFiles.allow(preview.targets.flatMap((target) => target.identityFile ?? []));
      return preview;
    },
    'scan.runPreflight': async ({ target, credential, hostKeyPolicy, jump, useSudo }, { signal }) => {
      const stop = new AbortController();
      const onAbort = (): void => stop.abort();
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        const own = target.identityFile === null ? undefined : await identityFiles.credentialFor(target.identityFile);
        const ready = own ?? (await resolveCredential(credential, context.files, context.vault));
        return await runPreflight(context, { target, policy: hostKeyPolicy, credential: { ...ready, user: ready.user ?? credential.user }, jump: readJump(jump), useSudo, signal: stop.signal });
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
    'scan.start': async (input) => startScan(context, input.targets, toStoredOptions(input), await resolveCredential(input.credential, context.files, context.vault)),
    'scan.resume': async (input) => resumeScan(context, isActive, input, toStoredOptions(input), await resolveCredential(input.credential, context.files, context.vault)),
    'scan.startLocal': () => startLocalScan(context),
    'scan.startSample': (choice) => startSampleScan(context, choice),
    'scan.listRuns': () => ({ runs: listRuns(context.database(), isActive) }),
    'scan.getRun': ({ runId }) => {
      const run = getRun(context.database(), runId, isActive);
      if (!run) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
      return { run };
    },
    'scan.listResults': (filter) => {
      if (!getRun(context.database(), filter.runId, isActive)) throw new AppError('record.not_found', { kind: 'scan-run', id: filter.runId });
      return listResults(context.database(), filter);
    },
    'scan.listRunDepartments': ({ runId }) => {
      if (!getRun(context.database(), runId, isActive)) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
      return { departments: listRunDepartments(context.database(), runId) };
    },
    'scan.listDiff': (choice) => listDiff(context.database(), choice),
    'scan.listHostKeys': (filter) => listHostKeys(context.database(), filter),
    'scan.approveHostKeys': (input) => approveHostKeys(context.database(), { ...input, ...stamp() }),
    'scan.importKnownHosts': async ({ file, text }) => {
      const content = file === undefined ? (text ?? '') : decodeText(await readTextFile(context.files.resolve(file, 'read'))).text;
      return importKnownHosts(context.database(), content, stamp());
    },
    'scan.steer': ({ runId, ...choice }) => ({ steering: controls.steer(context.database(), runId, choice) }),
    'scan.getSteering': ({ runId }) => ({ steering: controls.steeringOf(context.database(), runId) ?? null }),
    'scan.stopAll': () => ({ stopped: stopAllScans(context.jobs) }),
    'scan.getSettings': () => ({ settings: readScanSettings(context.database()) }),
    'scan.saveSettings': ({ settings }) => {
      const saved = saveScanSettings(context.database(), settings, context.userName());
      controls.lookAgain();
      return { settings: saved };
    },
    'scan.listCryptoExceptions': () => ({ exceptions: listExceptions(context.database(), context.now()) }),
    'scan.allowCrypto': (input) => ({ exception: allowCrypto(context.database(), input, { by: context.userName(), now: context.now() }) }),
    'scan.removeCryptoException': (place) => removeException(context.database(), place, context.userName()),
    'scan.getScript': ({ platform, account }) => {
      const { script, sha256, sections } = probeSheet(platform);
      const sheet = sections.map((section) => ({ ...section, commands: [...section.commands], reads: [...section.reads], columns: [...section.columns] }));
      return { platform, script, sha256, sections: sheet, sudoers: platform === 'windows' ? null : sudoersTexts(account) };
    },
  };
}
