import type { Command } from 'commander';
import { AppError } from '../../../../shared/kernel/app-error.ts';
import { EXIT } from '../../../../shared/kernel/error-codes.ts';
import type { JobId, ScanRunId } from '../../../../shared/kernel/ids.ts';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import type { ScanTarget } from '../../../../shared/model/scan.ts';
import { describeHostError, describeHostErrorDetails } from '../../../../shared/i18n/describe-error.ts';
import { formatCount } from '../../../../shared/i18n/format.ts';
import { allPages } from '../all-pages.ts';
import { addCommand, run, type CommandScope } from '../command-builder.ts';
import type { CommandContext } from '../command-context.ts';
import { reportError } from '../error-report.ts';
import { openProject, type OpenProject } from '../open-project.ts';
import { toldUsageError } from '../parse/told-usage-error.ts';
import { renderPairs, renderTable } from '../output/table.ts';
import { describeFailures } from '../scan-failures.ts';
import { readCredential, withPassphrase, type Credential } from '../scan-credential.ts';
import { addScanDiffCommand } from './scan-diff-command.ts';
import { scanToBundle } from './scan-to-bundle.ts';
import { addScanOptions, type ScanOptions } from './scan-options.ts';

const MAX_STDIN_TARGET_BYTES = 8_000_000;
interface Started {
  readonly jobId: JobId;
  readonly runId: ScanRunId;
}

async function readTargets(context: CommandContext, { client, file }: OpenProject, options: ScanOptions): Promise<ScanTarget[]> {
  if (options.targets === undefined) throw new AppError('scan.no_targets');
  const source = options.targets === '-' ? { text: (await context.io.stdin.readAll(MAX_STDIN_TARGET_BYTES)).toString('utf8') } : { file: file(options.targets, 'read') };
  const preview = await client.call('scan.previewTargets', { ...source, ...(options.user === undefined ? {} : { defaultUser: options.user }), ...(options.port === undefined ? {} : { defaultPort: options.port }) });
  for (const row of preview.rejected) context.print.message(context.t('scan.rejectedLine', { line: row.line, reason: row.reason, text: row.text }));
  if (preview.duplicates > 0) context.print.message(context.t('scan.duplicates', { count: preview.duplicates }));
  return preview.targets;
}

function runOptions(options: ScanOptions, credential: Credential): Omit<InputOf<'scan.start'>, 'targets'> {
  return {
    credential, hostKeyPolicy: options.hostKeys, concurrency: options.concurrency, useSudo: options.sudo,
    heldDepartments: [...(options.holdDepartment ?? [])], ignoreQuietHours: options.ignoreQuietHours === true,
    ...(options.jump === undefined ? {} : { jump: options.jump }), ...(options.pace === undefined ? {} : { handshakesPerSecond: options.pace }),
  };
}

async function startRemote(context: CommandContext, project: OpenProject, options: ScanOptions, credential: Credential): Promise<Started> {
  const { client } = project;
  if (options.knownHosts !== undefined) await client.call('scan.importKnownHosts', { file: project.file(options.knownHosts, 'read') });
  if (options.resume || options.retry) {
    const retry = options.retry ? { retry: { codes: [...options.retry] } } : {};
    return withPassphrase(context, credential, (proof) => client.call('scan.resume', { ...runOptions(options, proof), ...retry }));
  }
  const targets = await readTargets(context, project, options);
  if (targets.length === 0) throw new AppError('scan.no_targets');
  return withPassphrase(context, credential, (proof) => client.call('scan.start', { targets, ...runOptions(options, proof) }));
}

async function preflight(context: CommandContext, project: OpenProject, options: ScanOptions): Promise<number> {
  const [target] = await readTargets(context, project, options);
  if (!target) throw new AppError('scan.no_targets');
  const credential = await readCredential(context, project, options);
  const answer = await withPassphrase(context, credential, (proof) => project.client.call('scan.runPreflight', { target, ...runOptions(options, proof) }));
  const { t, language } = context;
  context.print.result(answer, () => renderTable(answer.steps, [{ header: t('column.step'), cell: (row) => row.step }, { header: t('column.state'), cell: (row) => row.state }, { header: t('column.detail'), cell: (row) => Object.entries(row.detail).map(([name, value]) => `${name}=${value}`).join(' ') }], { cut: false }));
  if (!answer.error) return EXIT.ok;
  const sentence = describeHostError(language, answer.error.code, { host: target.host, port: target.port, ...answer.error.params });
  context.print.message([sentence.title, sentence.what, ...describeHostErrorDetails(language, answer.error.params), sentence.next ?? ''].join('\n'));
  return EXIT.partial;
}

function runText({ t, language }: CommandContext, { run: { counts, errorGroups } }: OutputOf<'scan.getRun'>): string {
  const totals = renderPairs([[t('column.total'), formatCount(language, counts.total)], [t('column.done'), formatCount(language, counts.done)], [t('column.partial'), formatCount(language, counts.partial)], [t('column.failed'), formatCount(language, counts.failed)], [t('column.skipped'), formatCount(language, counts.skipped)]]);
  if (errorGroups.length === 0) return totals;
  const groups = renderTable(errorGroups, [{ header: t('column.error'), cell: (row) => row.code }, { header: t('column.hosts'), cell: (row) => row.count, align: 'right' }, { header: t('column.meaning'), cell: (row) => describeHostError(language, row.code).title }], { cut: false });
  return `${totals}\n${groups}`;
}

/** Waits for the run; an interruption is its result, any other failure is thrown. */
async function settle(context: CommandContext, { client }: OpenProject, { jobId }: Started): Promise<'finished' | 'interrupted'> {
  try {
    await context.finish(client, jobId);
    return 'finished';
  } catch (error) {
    if (error instanceof AppError && error.code === 'request.cancelled') return 'interrupted';
    throw error;
  }
}

/** What is to be said about a whole run: the guard left hosts out, or no host gave a fact. */
function verdictOf({ counts, errorGroups }: OutputOf<'scan.getRun'>['run']): AppError | undefined {
  const paused = errorGroups.find((group) => group.code === 'AUTH_PAUSED_BY_GUARD');
  if (paused) return new AppError('scan.guard_stopped', { count: paused.count });
  return counts.failed > 0 && counts.failed === counts.total ? new AppError('scan.all_failed') : undefined;
}

async function report(context: CommandContext, { client }: OpenProject, { runId }: Started, end: 'finished' | 'interrupted'): Promise<number> {
  const answer = await client.call('scan.getRun', { runId });
  context.print.result(answer, () => runText(context, answer));
  if (!context.globals.json && !context.globals.jsonl && answer.run.errorGroups.length > 0) context.print.message(await describeFailures(context, client, runId, answer.run.errorGroups));
  const pending = await client.call('scan.listHostKeys', { states: ['pending'], limit: 1 });
  if (pending.total > 0) context.print.message(context.t('scan.pendingKeys', { count: pending.total }));
  const { pausedBecause } = answer.run;
  if (pausedBecause !== null) {
    context.print.message(context.t(`scan.paused.${pausedBecause}`));
    return pausedBecause === 'departments-held' ? EXIT.partial : EXIT.guard;
  }
  if (end === 'interrupted') return EXIT.interrupted;
  const verdict = verdictOf(answer.run);
  if (verdict) context.print.message(reportError(context.language, verdict).text);
  const { failed, partial, skipped } = answer.run.counts;
  return verdict?.code === 'scan.guard_stopped' ? EXIT.guard : failed + partial + skipped > 0 ? EXIT.partial : EXIT.ok;
}

async function conclude(context: CommandContext, project: OpenProject, started: Started): Promise<number> {
  return report(context, project, started, await settle(context, project, started));
}

/** Under `ask`, a person at the terminal sees the new keys and decides about all of them at once. */
async function approveByHand(context: CommandContext, { client }: OpenProject, options: ScanOptions): Promise<boolean> {
  if (options.hostKeys !== 'ask' || !context.interactive()) return false;
  const { rows } = await allPages((input) => client.call('scan.listHostKeys', { ...input, states: ['pending'] }));
  if (rows.length === 0) return false;
  for (const { host, port, path, keyType, fingerprintSha256 } of rows) context.print.message(`${host}:${port} ${keyType} ${fingerprintSha256}${path === '' || path === '*' ? '' : ` (${path})`}`);
  const reply = await context.io.stdin.ask(context.t('scan.askKeys', { count: rows.length }), { hidden: false });
  if (!/^(y|yes|是)$/i.test(reply.trim())) return false;
  await client.call('scan.approveHostKeys', { keys: rows.map(({ host, port, path, fingerprintSha256 }) => ({ host, port, path, fingerprintSha256 })) });
  return true;
}

async function scanRemote(context: CommandContext, project: OpenProject, options: ScanOptions): Promise<number> {
  const credential = await readCredential(context, project, options);
  const started = await startRemote(context, project, options, credential);
  const end = await settle(context, project, started);
  if (end === 'interrupted' || !(await approveByHand(context, project, options))) return report(context, project, started, end);
  const again = await withPassphrase(context, credential, (proof) => project.client.call('scan.resume', { runId: started.runId, ...runOptions(options, proof), retry: { codes: ['HOSTKEY_UNKNOWN'] } }));
  return conclude(context, project, again);
}

async function scan(context: CommandContext, file: string | undefined, options: ScanOptions): Promise<number> {
  const { bundle } = options;
  if (file === undefined || bundle !== undefined) {
    if (file !== undefined || bundle === undefined) throw toldUsageError(context.print, context.t('scan.bundleAlone'));
    return scanToBundle(context, { ...options, bundle }, scanInto);
  }
  return scanInto(context, await openProject(context, file, 'write'), options);
}

async function scanInto(context: CommandContext, project: OpenProject, options: ScanOptions): Promise<number> {
  if (options.preflight) return preflight(context, project, options);
  if (options.local) return conclude(context, project, await project.client.call('scan.startLocal', {}));
  if (options.sample !== undefined) return conclude(context, project, await project.client.call('scan.startSample', { servers: options.sample, seed: options.seed, concurrency: options.concurrency }));
  return scanRemote(context, project, options);
}

export function addScanCommand(program: Command, scope: CommandScope): void {
  const command = addScanOptions(addCommand(program, scope, 'scan [file]', 'scan.about'), scope).action(run(scope, scan));
  addScanDiffCommand(command, scope);
}
