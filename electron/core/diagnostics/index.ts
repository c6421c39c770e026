import { availableParallelism, platform, release } from 'node:os';
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import type { z } from 'zod';
import type { diagnosticsContract } from '../../../shared/contract/settings.ts';
import { CONTRACT_VERSION } from '../../../shared/contract/envelope.ts';
import { APP_VERSION } from '../context/app-version.ts';
import type { HandlersOf } from '../ports/handlers-of.ts';
import { sqliteVersion, type FileCheck, type OpenProject } from '../db/index.ts';

export interface DiagnosticsOptions {
  readonly shell: 'desktop' | 'web' | 'cli';
  readonly dataDir: string;
  readonly now: () => Date;
  readonly project: () => OpenProject | undefined;
  /** The whole check of a project file. */
  readonly verify: (path: string) => Promise<FileCheck>;
  readonly sshAgentSocket: string | undefined;
  /** SHA-256 of the probe script that would be run on scanned machines. */
  readonly probeSha256: () => string;
}

type Check = z.input<(typeof diagnosticsContract)['diagnostics.examine']['output']>['checks'][number];

const LOW_SPACE_BYTES = 2 * 1024 ** 3;
const NO_SPACE_BYTES = 300 * 1024 ** 2;
/** The day this program was written; a clock before it is wrong. */
const EARLIEST_PLAUSIBLE = Date.UTC(2026, 0, 1);

function checkDataFolder(dataDir: string): Check {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    return { name: 'dataFolder', state: 'ok', detail: { path: dataDir } };
  } catch {
    return { name: 'dataFolder', state: 'failed', detail: { path: dataDir } };
  }
}

function checkSpace(dataDir: string): Check {
  const stats = statfsSync(existsSync(dataDir) ? dataDir : '.');
  const freeBytes = stats.bavail * stats.bsize;
  return { name: 'diskSpace', state: freeBytes < NO_SPACE_BYTES ? 'failed' : freeBytes < LOW_SPACE_BYTES ? 'warning' : 'ok', detail: { freeBytes } };
}

async function checkProject(project: OpenProject | undefined, verify: DiagnosticsOptions['verify']): Promise<Check> {
  if (!project) return { name: 'project', state: 'ok', detail: { open: 'no' } };
  const verdict = await verify(project.path);
  const sound = verdict.integrity === 'ok' && verdict.auditValid;
  return { name: 'project', state: sound ? (project.mode === 'writable' ? 'ok' : 'warning') : 'failed', detail: { open: project.mode, integrity: verdict.integrity, auditRows: verdict.auditRows } };
}

/** What this installation is and whether it can work here. */
export function createDiagnosticsFeature(options: DiagnosticsOptions): HandlersOf<typeof diagnosticsContract> {
  const clockPlausible = () => options.now().getTime() >= EARLIEST_PLAUSIBLE;
  return {
    'diagnostics.about': () => ({
      version: APP_VERSION,
      contractVersion: CONTRACT_VERSION,
      node: process.versions.node,
      sqlite: sqliteVersion(),
      platform: `${platform()} ${release()} ${process.arch}`,
      shell: options.shell,
      probeSha256: options.probeSha256(),
    }),
    'diagnostics.examine': async () => ({
      checks: [
        { name: 'node', state: 'ok', detail: { version: process.versions.node, cores: availableParallelism() } },
        { name: 'sqlite', state: 'ok', detail: { version: sqliteVersion() } },
        checkDataFolder(options.dataDir),
        checkSpace(options.dataDir),
        { name: 'sshAgent', state: options.sshAgentSocket && existsSync(options.sshAgentSocket) ? 'ok' : 'warning', detail: { socket: options.sshAgentSocket ?? '' } },
        { name: 'clock', state: clockPlausible() ? 'ok' : 'warning', detail: { now: options.now().toISOString() } },
        await checkProject(options.project(), options.verify),
      ],
    }),
  };
}
